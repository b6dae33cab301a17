import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert, undoLayers } from '../../src/core/edits.js';
import { type EditStage, NO_CONTEXT } from '../../src/core/stage.js';
import { entities } from '../../src/repair/entities.js';
import { mojibake } from '../../src/repair/mojibake.js';
import { repair, repairLine } from '../../src/repair/repair.js';
import { unicode } from '../../src/repair/unicode.js';
import { whitespace } from '../../src/repair/whitespace.js';

const STAGES: readonly EditStage[] = [entities, mojibake, unicode, whitespace({ keepNoBreakSpaces: false })];

/** Pieces that stages look at, so that random texts meet their cases. */
const PIECES = [
  ...[
    '&amp;',
    '&',
    'amp;',
    '&lt;',
    '&gt;',
    '&#38;',
    '&#x26;',
    '&#10;',
    '&#0;',
    '&eacute',
    '&nbsp;',
    '<',
    '>',
    'div',
    '#',
    ';',
    'lt;',
    '=',
    'http://a?b=',
  ],
  ...[
    'Ã©',
    'Ã',
    '©',
    'â€™',
    'â€',
    'ÃƒÂ©',
    '茅',
    '鈥',
    '檚',
    '锚',
    'é',
    'Â\u00a0',
    'Рђ',
    'Р',
    '\u0092',
    '\u00ad',
    'ď»ż',
    'ﾃ',
    'é»',
    '�',
    '?',
  ],
  ...[
    '\r',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\f',
    '漢',
    '字',
    'ab',
    'Z',
    '。',
    '```',
    '    ',
  ],
  ...[
    '\u200d',
    '\u200c',
    '\u200b',
    '\ufe0f',
    '\u0301',
    '\u0323',
    'e',
    '👩',
    '💻',
    '\ud83d',
    '\ude00',
    '\u200f',
    'ש',
    'ا',
    'क',
    '्',
    'ไ',
    '\ufeff',
  ],
];

const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map(units => String.fromCharCode(...units)),
);

const RUNS = { numRuns: 3000 };

describe.each(STAGES)('$id on any text', ({ run }) => {
  it.each(['plain', 'markdown'] as const)('undoes itself and changes nothing twice (%s)', format => {
    fc.assert(
      fc.property(texts, fc.constantFrom('safe' as const, 'full' as const), (text, level) => {
        const about = { ...NO_CONTEXT, format, level };
        const { edits } = run(text, about);
        const out = apply(text, edits);
        expect(apply(out, invert(edits))).toBe(text);
        for (const { removed, insert } of edits) expect(removed).not.toBe(insert);
        expect(run(out, about).edits).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('repair', () => {
  it('undoes itself and changes nothing twice', () => {
    fc.assert(
      fc.property(texts, text => {
        const { text: out, layers } = repair(text);
        expect(undoLayers(out, layers)).toBe(text);
        expect(repair(out).layers).toEqual([]);
        expect(out).not.toMatch(/\p{Surrogate}/u);
      }),
      RUNS,
    );
  });

  it('gives one line for one line', () => {
    fc.assert(
      fc.property(texts, text => {
        const line = text.replaceAll('\n', ' ');
        expect(repairLine(line, 'safe').text).not.toContain('\n');
      }),
      RUNS,
    );
  });
});
