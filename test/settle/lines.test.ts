import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineKeys } from '../../src/settle/lines.js';

const keys = (text: string): readonly number[] => lineKeys(text, 'a.example').keys;

describe('lines share a key', () => {
  test.each([
    ['Read more', '  READ \t more '],
    ['Read more', 'Read\u00a0more'],
    ['5 May 2023', '12 May 99'],
    ['Ｒｅａｄ more', 'Read more'],
    ['Caf\u00e9', 'Cafe\u0301'],
    ['ﬁle list', 'file list'],
    ['𝐑ead more', 'Read more'],
    ['もっと読む，続く', 'もっと読む,続く'],
    ['ﾊﾞック', 'バック'],
    ['\uff11 comment', '42 comment'],
  ])('%j and %j', (a, b) => {
    expect(keys(a)).toHaveLength(1);
    expect(keys(a)).toEqual(keys(b));
  });

  test.each([
    ['Read more', 'Readmore'],
    ['Read more', 'Read more…'],
    ['In May 5 of the members left the committee.', 'In May 6 of the members left the committee.'],
    ['a 1 b', 'a b'],
  ])('not %j and %j', (a, b) => {
    expect(keys(a)).not.toEqual(keys(b));
  });

  test('not on two hosts', () => {
    expect(keys('Read more')).not.toEqual(lineKeys('Read more', 'b.example').keys);
  });

  test.each(['12 – 15', '***', '\u3000'])('%j has none', line => {
    expect(keys(line)).toEqual([]);
  });

  test('a line in any form of Unicode', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'ab1 -.，ﬁ①Åé가文の½ﾊﾞ😀𝐀', 'e\u0301', '\u1161', '\ud83d'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const lines = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join('').replaceAll('\n', ' '));
    fc.assert(
      fc.property(lines, line => {
        // The letter at the end keeps both from being sentences, in which numbers count.
        const [here, there] = [line, line.normalize('NFKC')].map(middle => keys(`a${middle} b`));
        expect(here).toEqual(there);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the signature of a page', () => {
  const long = 'The committee of the town met on Monday to talk of the new bridge over the river.';
  const longer =
    'Whoever wants to see the plans can do so at the town hall until the end of the month of May.';

  test.each([
    ['the same for other furniture', `${long}\n${longer}\nShare`, `Home\n${longer}\n\n${long}`, true],
    ['another for another line', `${long}\n${longer}`, `${long}\n${longer.slice(0, -5)}June.`, false],
    ['that of all where there is no prose', 'Home\nShare', 'Home\nShare this', false],
    ['that of spaces too', ' ', '', false],
  ])('is %s', (_, a, b, same) => {
    const [one, other] = [a, b].map(text => lineKeys(text, 'a.example').signature);
    expect(one === other).toBe(same);
  });
});
