import { describe, expect, it } from 'vitest';
import { provisionalLanguage, tagDocument } from '../../src/tag/tag.js';

const MIB = 1 << 20;
const repeated = (unit: string): string => unit.repeat(Math.floor(MIB / unit.length));

/** A mebibyte of what makes naive code quadratic: the test's time limit is the assertion. */
const CASES: readonly (readonly [name: string, text: string])[] = [
  ['one letter', repeated('a')],
  ['spaces', repeated(' ')],
  ['line ends', repeated('\n')],
  ['lines of one letter', repeated('a\n')],
  ['short lines', repeated('Hello wonderful world\n')],
  ['at signs', repeated('a@')],
  ['dots', repeated('a.')],
  ['slashes', repeated('/a')],
  ['quotation marks', repeated('"')],
  ['braces', repeated('{(')],
  ['hashes', repeated('#')],
  ['bullets', repeated('- a\n')],
  ['Han', repeated('国')],
  ['combining marks', repeated('\u0301')],
  ['lone surrogates', repeated('\ud83d')],
  ['apostrophes', repeated("a'")],
];

describe('hostile input', () => {
  it.each(CASES)('a mebibyte of %s', (_, text) => {
    const { shares, paragraphs } = tagDocument(text);
    expect(shares.length).toBeLessThanOrEqual(1);
    expect(paragraphs.length).toBeLessThanOrEqual(text.split('\n').length);
    expect(provisionalLanguage(text)).toMatch(/^[a-z]{3}$/);
  });
});
