import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tagDocument } from '../../src/tag/tag.js';
import { shared } from '../support/shared.js';

const seeds = shared('seeds');

/** What mojibake repair makes of the captions, for this test alone. */
const repaired = (text: string): string =>
  text.replaceAll('茅', 'é').replaceAll('铆', 'í').replaceAll('贸', 'ó');

const documents = (): string[] =>
  readdirSync(seeds.path)
    .sort()
    .map(name => repaired(readFileSync(join(seeds.path, name), 'utf8')));

const tagged = (text: string): string[] =>
  tagDocument(text).paragraphs.map(
    ({ start, end, lang, kind }) => `${lang} ${kind} ${text.slice(start, start + 24).slice(0, end - start)}`,
  );

describe.skipIf(seeds.missing)('the seed articles', () => {
  it('are in English', () => {
    expect(documents().map(text => tagDocument(text).lang)).toEqual(['eng', 'eng', 'eng', 'eng']);
  });

  it('have headings', () => {
    const all = documents().flatMap(tagged);
    for (const heading of ['Iraq is in command', 'Withdrawal from Iraq', 'US announces withdrawal '])
      expect(all).toContain(`eng heading ${heading}`);
  });

  it('hold three Spanish captions', () => {
    const spanish = documents()
      .flatMap(text => tagDocument(text).paragraphs)
      .filter(({ lang, score }) => lang === 'spa' && score > 0.9);
    expect(spanish).toHaveLength(3);
  });

  it('are prose wherever a paragraph is long', () => {
    for (const text of documents())
      for (const { start, end, kind } of tagDocument(text).paragraphs)
        if (end - start > 200) expect(kind).toBe('prose');
  });
});
