import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/core/stage.js';
import { provisionalLanguage, tagDocument } from '../../src/tag/tag.js';

const ENGLISH =
  'The council will answer the letter in autumn, and the plans will be shown to everybody in the town hall.';
const SPANISH =
  'El ayuntamiento responderá a la carta en otoño y los planos se mostrarán a todos los vecinos del pueblo.';
const RUSSIAN = 'Совет ответит на письмо осенью, и планы будут показаны всем жителям города в большом зале.';

const tagged = (text: string, marks: readonly Mark[] = []): string[] =>
  tagDocument(text, { marks }).paragraphs.map(
    ({ start, end, lang, kind }) => `${lang} ${kind} ${text.slice(start, end)}`,
  );

describe('tagDocument', () => {
  it('tags every paragraph by itself', () => {
    const text = [ENGLISH, SPANISH, ENGLISH, RUSSIAN, ENGLISH].join('\n\n');
    const { lang, script, paragraphs } = tagDocument(text);
    expect({ lang, script }).toEqual({ lang: 'eng', script: 'Latn' });
    expect(paragraphs.map(paragraph => paragraph.lang)).toEqual(['eng', 'spa', 'eng', 'rus', 'eng']);
  });

  it('takes single line ends for paragraph ends', () => {
    expect(tagged(`${ENGLISH}\n${SPANISH}\n`)).toEqual([`eng prose ${ENGLISH}`, `spa prose ${SPANISH}`]);
  });

  it('gives no language to what has none, whatever is around it', () => {
    const nothing = [
      'j.smith@example.com',
      'https://www.example.org/the/house/of/the/rising/sun.html',
      'Angela Merkel',
      '1234 5678',
    ];
    const { paragraphs } = tagDocument([ENGLISH, ...nothing, ENGLISH].join('\n\n'));
    expect(paragraphs.map(({ lang }) => lang)).toEqual(['eng', 'und', 'und', 'und', 'und', 'eng']);
  });

  it('reads both ends of a long paragraph', () => {
    const text = [ENGLISH, `${SPANISH} ${RUSSIAN}`, `${ENGLISH} ${SPANISH} ${SPANISH} ${SPANISH}`].join(
      '\n\n',
    );
    expect(tagDocument(text).paragraphs.map(({ lang }) => lang)).not.toEqual(['eng', 'eng', 'eng']);
  });

  it('shares letters, largest first, in hundredths', () => {
    const { shares } = tagDocument([ENGLISH, ENGLISH, ENGLISH, SPANISH].join('\n'));
    expect(shares.map(([lang]) => lang)).toEqual(['eng', 'spa']);
    expect(shares[0]?.[1]).toBeCloseTo(0.75, 1);
    expect(shares.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('goes by letters, not by paragraphs', () => {
    expect(tagDocument([SPANISH, SPANISH, `${ENGLISH} `.repeat(9)].join('\n')).lang).toBe('eng');
  });

  it('says und where there is nothing to go by', () => {
    expect(tagDocument('')).toEqual({
      lang: 'und',
      score: 0,
      script: 'Zyyy',
      by: 'none',
      shares: [],
      paragraphs: [],
    });
    expect(tagDocument('12:30\n\n* * *')).toMatchObject({ lang: 'und', script: 'Zyyy', shares: [] });
  });

  it('lets the kinds that rules found win', () => {
    const text = `${ENGLISH}\n\n${SPANISH}`;
    const start = ENGLISH.length + 2;
    const mark: Mark = { start, end: start + SPANISH.length, kind: 'caption', by: 'test' };
    expect(tagged(text, [mark])).toEqual([`eng prose ${ENGLISH}`, `spa caption ${SPANISH}`]);
  });

  it('answers with the wanted languages or und', () => {
    const { paragraphs } = tagDocument(`${ENGLISH}\n${RUSSIAN}`, { languages: ['eng'] });
    expect(paragraphs.map(({ lang }) => lang)).toEqual(['eng', 'und']);
  });

  it('lets the document decide between close relatives', () => {
    const document = 'Regjeringen sier at de ikke har fått noe svar, og hun vil vente til etter helgen.';
    expect(
      tagDocument(`${document}\n\nDet er en god dag for byen.`).paragraphs.map(({ lang }) => lang),
    ).toEqual(['nob', 'nob']);
  });

  it('puts every letter of a text into one paragraph, in order, and answers the same twice', () => {
    const piece = fc.constantFrom(
      ENGLISH,
      SPANISH,
      RUSSIAN,
      '\n',
      '\n\n',
      ' ',
      '\t',
      '- one',
      '12',
      '😀',
      '\ud800',
      'x'.repeat(80),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 }), pieces => {
        const text = pieces.join('');
        const tags = tagDocument(text);
        let from = 0;
        for (const { start, end } of tags.paragraphs) {
          expect(text.slice(from, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(text.slice(from).trim()).toBe('');
        expect(tagDocument(text)).toEqual(tags);
      }),
      { numRuns: 150 },
    );
  });
});

describe('provisionalLanguage', () => {
  it.each([
    ['eng', `No Script\n\nPlease Wait...\n\n${ENGLISH}\n\n${ENGLISH}`],
    ['spa', `${SPANISH}\n`.repeat(200)],
    ['und', '404'],
  ])('finds %s', (lang, text) => {
    expect(provisionalLanguage(text)).toBe(lang);
  });
});
