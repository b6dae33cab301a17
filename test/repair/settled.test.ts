import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/core/document.js';
import { apply, replace } from '../../src/core/edits.js';
import { type EditStage, NO_CONTEXT } from '../../src/core/stage.js';
import { mojibake } from '../../src/repair/mojibake.js';
import { unicode } from '../../src/repair/unicode.js';
import { whitespace } from '../../src/repair/whitespace.js';

const STAGES: readonly EditStage[] = [
  mojibake,
  unicode,
  whitespace({ keepNoBreakSpaces: false }),
  whitespace({ keepNoBreakSpaces: true }),
];
const LEVELS = ['safe', 'full'] as const;

/** Letters, signs and white space that stages look at, alone and beside each other, and words that need no repair. */
const PIECES = [
  ...['a', 'é', 'Ã', '©', 'â', '€', '™', 'Р', 'п', '鈥', '茅', '猫', 'ا', '\u0301', '\u0323', 'e\u0301'],
  ...[' ', '  ', '\n', '\n\n', '\t', '\u00a0', '\u3000', '\u00ad', '\u200d', '👩', '\ud83d', '&', ' \n'],
  ...['después', 'Café', 'Привет', 'мир', 'naïve', 'à la', '图书馆', 'word', 'two words', 'Ø', '1.', 'å'],
  ...['A line of its own.', 'Une ligne à part.', 'Ещё одна строка.', 'Zażółć gęślą jaźń.', 'Tiếng Việt'],
];
const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 })
  .map(pieces => pieces.join(''));

/** Cuts of a text, in order: words, lines and white space that go or are put in its place. */
function cuts(
  of: string,
  places: readonly (readonly [at: number, length: number, insert: string])[],
): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  const sorted = [...places].sort(([a], [b]) => a - b);
  for (const [at, length, insert] of sorted) {
    const start = Math.floor(at * of.length);
    const end = Math.min(of.length, start + length);
    if (start < from || (start === end && insert === '')) continue;
    edits.push(replace(of, start, end, insert, 'test'));
    from = end;
  }
  return edits;
}

const place = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 20 }),
  fc.constantFrom('', '', '', ' ', '\n', '\n\n', 'x', 'é'),
);

describe.each(STAGES.map(stage => [stage.id, stage] as const))('%s', (_, stage) => {
  it.each(LEVELS)('leaves nothing for itself at level %s', level => {
    fc.assert(
      fc.property(text, before => {
        const { edits, suspects = [] } = stage.run(before, { ...NO_CONTEXT, level });
        fc.pre(edits.length > 0 && suspects.length === 0);
        expect(stage.run(apply(before, edits), { ...NO_CONTEXT, level }).edits).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it.each(LEVELS)('has nothing to do after edits that do not wake it at level %s', level => {
    const about = { ...NO_CONTEXT, level };
    let slept = 0;
    fc.assert(
      fc.property(text, fc.array(place, { minLength: 1, maxLength: 3 }), (raw, places) => {
        const before = apply(raw, stage.run(raw, about).edits);
        const settled = stage.run(before, about);
        const edits = cuts(before, places);
        fc.pre(settled.edits.length + (settled.suspects ?? []).length === 0 && edits.length > 0);
        if (stage.mayWake?.(before, edits, about) !== false) return;
        slept++;
        const after = stage.run(apply(before, edits), about);
        expect(after.edits).toEqual([]);
        expect(after.suspects ?? []).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(slept).toBeGreaterThan(100);
  });
});
