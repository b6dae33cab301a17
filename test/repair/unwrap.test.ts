import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/clean-text.js';
import { apply, undoLayers } from '../../src/core/edits.js';
import { NO_CONTEXT } from '../../src/core/stage.js';
import { unwrap } from '../../src/repair/unwrap.js';
import { PROSE } from '../strip/helpers.js';

/** Breaks a paragraph as editors do: before the word that no longer fits. */
function wrap(paragraph: string, width: number): string {
  let [out, column] = ['', 0];
  for (const word of paragraph.split(' ')) {
    const fits = column === 0 || column + 1 + word.length <= width;
    out += column === 0 ? word : fits ? ` ${word}` : `\n${word}`;
    column = fits ? column + (column === 0 ? 0 : 1) + word.length : word.length;
  }
  return out;
}

const unwrapped = (text: string, level: 'safe' | 'full' = 'full'): string =>
  apply(text, unwrap.run(text, { ...NO_CONTEXT, level }).edits);
/** A line that begins with "a." may be an item of a list. */
const WORDS = [...new Set(PROSE.join(' ').match(/[a-z]{2,}/g))];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 25 })
  .map(words => `The ${words.join(' ')}.`);
const paragraphs = fc.array(
  fc.array(sentence, { minLength: 3, maxLength: 6 }).map(all => all.join(' ')),
  { minLength: 2, maxLength: 6 },
);
const width = fc.integer({ min: 55, max: 95 });

describe('lines broken at a width', () => {
  it('are joined to the paragraphs that they were', () => {
    fc.assert(
      fc.property(paragraphs, width, (texts, columns) => {
        const broken = texts.map(text => wrap(text, columns)).join('\n\n');
        // What is hardly broken at all, or by accident to short lines, stays.
        expect([texts.join('\n\n'), broken]).toContain(unwrapped(broken));
      }),
    );
  });

  it('are joined where the document is long enough to tell', () => {
    expect(unwrapped(PROSE.map(text => wrap(text, 72)).join('\n\n'))).toBe(PROSE.join('\n\n'));
  });

  it('never join two paragraphs, blank lines or none between them', () => {
    fc.assert(
      fc.property(paragraphs, width, (texts, columns) => {
        const broken = texts.map(text => wrap(text, columns)).join('\n');
        for (const line of unwrapped(broken).split('\n'))
          expect(texts.some(text => text.includes(line))).toBe(true);
      }),
    );
  });

  it.each([
    ['a list', PROSE.map(text => `- ${wrap(text, 70).replaceAll('\n', '\n- ')}`).join('\n')],
    ['numbered items', PROSE.map(text => wrap(text, 70).replace(/^/gm, '12. ')).join('\n')],
    ['a quotation of mail', PROSE.map(text => wrap(text, 70).replace(/^/gm, '> ')).join('\n')],
    ['short lines', wrap(PROSE.join(' '), 34)],
    ['lines of paragraphs', PROSE.join('\n')],
  ])('%s stays', (_what, text) => {
    expect(unwrapped(text)).toBe(text);
  });

  it('Chinese lines are joined without a space', () => {
    const paragraph =
      '城市图书馆从本月起每晚开放到十点管理员说周末来看书的人比去年多了一倍孩子们最喜欢靠窗的座位'.repeat(9);
    const broken = paragraph.replace(/.{60}(?!$)/gsu, '$&\n');
    expect(unwrapped(broken)).toBe(paragraph);
  });

  it('of a document are joined at level full only, and restore gives them back', () => {
    const broken = PROSE.map(text => wrap(text, 72)).join('\n\n');
    expect(cleanText(broken).text).toBe(broken);
    const { text, layers } = cleanText(broken, { level: 'full' });
    expect(text).toBe(PROSE.join('\n\n'));
    expect(layers.map(({ stage }) => stage)).toEqual(['unwrap']);
    expect(undoLayers(text, layers)).toBe(broken);
    expect(cleanText(text, { level: 'full' }).layers).toEqual([]);
  });
});
