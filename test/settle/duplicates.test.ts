import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../src/settle/find-duplicates.js';
import { random } from '../support/random.js';

const WORDS =
  'the ferry left harbour before fog lifted and nobody on quay remembered a colder spring than this one council will answer publish plans in autumn bridge closed traffic three weeks neighbours crossed river boat until may stalls open early market sells cheese bread flowers honey'.split(
    ' ',
  );
const HAN = [
  ...'城市图书馆延长开放时间从本月起每晚到十点管理员说周末来看书的人比去年多了一倍孩子们最喜欢靠窗座位',
];

/** A text of so many words, or letters, that shares nothing with one of another seed. */
function prose(count: number, seed: number, from: readonly string[] = WORDS): string[] {
  const next = random(seed);
  return Array.from({ length: count }, () => from[Math.floor(next() * from.length)] ?? '');
}

const english = prose(120, 1).join(' ');
const chinese = prose(160, 2, HAN).join('');
const weather = (degrees: number, town: string): string =>
  `The forecast for the coast and hills near ${town} says that the day will be mostly dry with some sun, and that the wind from the west will be light, while temperatures will reach ${degrees} degrees in the afternoon before rain comes in from the sea at night and clears slowly in the morning.`;

describe('what goes, and what it goes for', () => {
  it.each<[string, string, string, 'exact' | 'near' | 'both stay']>([
    ['the same text', english, english, 'exact'],
    ['other case, spaces and quotes', `“${english}”`, english.toUpperCase().replaceAll(' ', '\n'), 'exact'],
    [
      'soft hyphens and composed letters',
      `${english} é`,
      `${english.replace('harbour', 'har\u00adbour')} e\u0301`,
      'exact',
    ],
    ['half-width and full-width', `${chinese}ＡＢＣ`, `${chinese}ABC`, 'exact'],
    ['one word changed', english, english.replace(' autumn', ' winter').replace(' river', ' lake'), 'near'],
    ['one letter changed', chinese, `${chinese.slice(0, 80)}鱼${chinese.slice(81)}`, 'near'],
    ['cut short', english, prose(120, 1).slice(0, 50).join(' '), 'near'],
    [
      'wrapped in other text',
      english,
      `${prose(60, 3).join(' ')}\n${english}\n${prose(60, 4).join(' ')}`,
      'near',
    ],
    ['other text', english, prose(120, 5).join(' '), 'both stay'],
    ['the weather of another day', weather(21, 'Deal'), weather(12, 'Deal'), 'both stay'],
    ['the weather of another town', weather(21, 'Deal'), weather(21, 'Hove'), 'both stay'],
    [
      'dates of the pages round an article',
      `3 May 2020, 12 comments\n${english}`,
      `${english}\nUpdated at 10:41`,
      'near',
    ],
    ['agencies in brackets', `London (Reuters) ${english}`, `London (AP) ${english}`, 'near'],
    [
      'a short text with another word',
      'The library opens at ten on Monday.',
      'The library opens at ten on Tuesday.',
      'both stay',
    ],
    ['another sign before a number', 'It was 5 degrees.', 'It was -5 degrees.', 'both stay'],
    ['another currency', 'It costs $5 a day.', 'It costs €5 a day.', 'both stay'],
    [
      'a sentence quoted in the middle of a text',
      prose(27, 6).join(' '),
      `${prose(80, 7).join(' ')} ${prose(27, 6).join(' ')} ${prose(80, 8).join(' ')}`,
      'both stay',
    ],
  ])('%s', (_, left, right, expected) => {
    const found = findDuplicates([
      { id: 'a', text: left },
      { id: 'b', text: right },
    ]);
    expect(found.map(({ how }) => how)).toEqual(expected === 'both stay' ? [] : [expected]);
  });

  it('the longest stays, and of equals the smallest id', () => {
    const found = findDuplicates([
      { id: 'b', text: english },
      { id: 'a', text: english },
      { id: 'c', text: `${english} and more` },
    ]);
    expect(found.map(({ id, keptId }) => [id, keptId]).sort()).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });

  it('nothing goes for being similar to something similar', () => {
    const words = prose(400, 9);
    const windows = Array.from({ length: 12 }, (_, i) => ({
      id: `w${i}`,
      text: words.slice(12 * i, 12 * i + 200).join(' '),
    }));
    const found = findDuplicates(windows);
    const gone = new Set(found.map(({ id }) => id));
    expect(gone.size).toBeGreaterThan(0);
    for (const { keptId, jaccard, containment } of found) {
      expect(gone.has(keptId)).toBe(false);
      expect(jaccard >= 0.8 || containment >= 0.9).toBe(true);
    }
  });
});

it('the order of the documents makes no difference', () => {
  const variants = Array.from({ length: 60 }, (_, i) => {
    const base = prose(200, i % 9);
    base[i % 50] = `word${i % 3}`;
    return { id: `d${i}`, text: base.slice(0, i % 4 === 0 ? 90 : 200).join(i % 5 === 0 ? '\n' : ' ') };
  });
  const sorted = (documents: typeof variants): unknown[] =>
    findDuplicates(documents).sort((a, b) => (a.id < b.id ? -1 : 1));
  const expected = sorted(variants);
  expect(expected.length).toBeGreaterThan(10);
  fc.assert(
    fc.property(fc.shuffledSubarray(variants, { minLength: variants.length }), shuffled => {
      expect(sorted(shuffled)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

it('any text may come', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 6 }), texts => {
      const documents = [...texts, ...texts].map((text, i) => ({ id: String(i), text }));
      expect(findDuplicates(documents).length).toBeGreaterThanOrEqual(texts.length);
    }),
  );
});

it('a text and its normal forms are the same', () => {
  // Marks, letters that compose with what stands before them, wide and narrow forms, halves of pairs, what becomes several.
  const units = Array.from(
    'aE1 -…é́̈ﬁ½™－５ａｶﾞ각ᄀ\u1161\u11a8\u0e33ำ\u0947क़ö\u00ad\ud835\u{1d400}\u{1f600}中𝟙',
  );
  const letters = fc.oneof(fc.constantFrom(...units), fc.string({ unit: 'binary', maxLength: 1 }));
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 30 }),
      fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
      (parts, form) => {
        const text = parts.join('');
        const found = findDuplicates([
          { id: 'a', text },
          { id: 'b', text: text.normalize(form) },
        ]);
        expect(found.map(({ how }) => how)).toEqual(['exact']);
      },
    ),
    { numRuns: 500 },
  );
});
