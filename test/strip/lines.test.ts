import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLines } from '../../src/strip/lines/choose.js';
import { FEATURES, lineFeatures } from '../../src/strip/lines/features.js';
import { probability } from '../../src/strip/lines/forest.js';
import { type KnownLine, knowLines } from '../../src/strip/lines/known-line.js';
import { baseOdds, lineScores, shippedModel } from '../../src/strip/lines/model.js';
import { SCORE_FEATURES, scoreFeatures } from '../../src/strip/lines/score-features.js';
import { linesIn } from '../support/lines.js';
import { BODY, PROSE } from './helpers.js';

const WIDTH = FEATURES.length;
const know = (lines: readonly string[]): KnownLine[] => knowLines(linesIn(lines));
/** A feature of each line of a page. */
const feature = (name: string, lines: readonly string[]): number[] => {
  const rows = lineFeatures(know(lines));
  return lines.map((_, i) => rows[i * WIDTH + FEATURES.indexOf(name)] ?? NaN);
};

describe('what a line tells by itself', () => {
  it.each([
    ['date', ['12 March', 'in 1987', '2026-11-21', '3/4/25', '1.2', 'Room 12345'], [1, 1, 1, 1, 0, 0]],
    ['clock', ['at 12:30', 'at 9.05', '1.2.3', '12:3'], [1, 1, 0, 0]],
    ['words', ['One two, three-four', '你好', '—'], [4, 1, 0]],
    ['sentences', ['One. Two! “Three.” And', 'v1.2 is out', '好。好。'], [3, 0, 2]],
    ['endsSentence', ['He said “no.”', 'Read more', '好。'], [1, 0, 1]],
    ['endsDots', ['Read more…', 'Read more »', 'and so on...', 'The end.'], [1, 1, 1, 0]],
    ['link', ['a@b.org', 'see https://x', 'example.com', 'The end.'], [1, 1, 1, 0]],
    ['glued', ['shareShare', 'McDonald', 'ONE'], [1, 1, 0]],
    ['stop', ['of the', 'harbour', 'el barco'], [1, 0, 0.5]],
    ['cue-share', ['Share on Facebook', 'shareholder', 'COMPARTIR'], [2, 0, 1]],
    ['cue-comment', ['3 comments', 'commentary'], [1, 0]],
    ['startsLower', ['lower', 'Upper', '“quoted'], [1, 0, 0]],
    ['startsSign', ['• item', 'item'], [1, 0]],
  ] as const)('%s', (name, lines, values) => {
    const found = feature(name, lines);
    expect(found.map(value => Math.round(value * 100) / 100)).toEqual(values);
  });
});

describe('what a line tells in its page', () => {
  const [first, second] = PROSE;
  it.each([
    ['repeats', ['Home', 'News', 'home!'], [2, 1, 2]],
    ['repeatsAbove', ['Home', 'News', 'home!'], [0, 0, 1]],
    [
      'beginnings',
      ['One two three four five six', 'One two three four five six seven', 'Home', 'Home'],
      [2, 2, 0, 0],
    ],
    [
      'beginningsAbove',
      ['One two three four five six', 'One two three four five six seven', 'Home'],
      [0, 1, 0],
    ],
    ['sameStart', ['By Ann', 'By Bob', 'News'], [2, 2, 1]],
    ['toProseAbove', [first, 'a', 'b'], [40, 1, 2]],
    ['toProseBelow', ['a', 'b', first], [2, 1, 40]],
    ['since-comment', ['3 comments', 'a', 'b'], [40, 1, 2]],
    ['inWindow', ['Home', first, 'a', second, 'Home'], [0, 1, 1, 1, 0]],
    ['topicShare', [first, 'winter ferry', 'summer holidays'], [0, 1, 0]],
    ['alike±2', ['One two', 'Three four', 'Five six', first], [2, 2, 2, 0]],
  ] as const)('%s', (name, lines, values) => {
    expect(feature(name, lines)).toEqual(values);
  });

  it('is a number, whatever the lines', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), lines => {
        expect(lineFeatures(know(lines)).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('what the scores of a page tell', () => {
  /** A feature of each line of a page whose lines have these odds. */
  const told = (name: string, lines: readonly string[], odds: readonly number[]): number[] => {
    const rows = scoreFeatures(know(lines), Float64Array.from(odds));
    return lines.map((_, i) => rows[i * SCORE_FEATURES.length + SCORE_FEATURES.indexOf(name)] ?? NaN);
  };
  const four = ['Menu', 'One ferry', 'Two ferries', 'Links'];
  const odds = [5, -3, -4, 9];
  it.each([
    ['odds', four, odds, [5, -3, -4, 6]],
    ['odds-1', four, odds, [6, 5, -3, -4]],
    ['odds+1', four, odds, [-3, -4, 6, 6]],
    ['sureEdge', four, odds, [-1, 1, 1, -1]],
    ['likelyEdge', four, odds, [-1, 1, 1, -1]],
    ['furnitureAbove', four, odds, [40, 1, 2, 3]],
    ['furnitureBelow', four, odds, [3, 2, 1, 40]],
    ['run', four, odds, [1, -2, -2, 1]],
    ['runOdds', four, odds, [5, -3.5, -3.5, 6]],
    ['runLeast', four, odds, [5, -4, -4, 6]],
    ['runMost', four, odds, [5, -3, -3, 6]],
    ['copy', ['A', 'B', 'a!', 'A.'], [1, 2, -3, 4], [-3, 6, 1, -3]],
    ['copyAbove', ['A', 'B', 'a!', 'A.'], [1, 2, -3, 4], [6, 6, 1, -3]],
    ['sameFirst', ['By Ann', 'By Bob', 'News'], [2, 4, 1], [2, 1, 0]],
    ['leaningKnown', ['harbour wall', 'harbour', 'holidays'], [-6, 0, 0], [0, 1, 0]],
  ] as const)('%s', (name, lines, scores, values) => {
    const found = told(name, lines, scores);
    expect(found.map(value => Math.round(value * 100) / 100)).toEqual(values);
  });

  it('is a number, whatever the lines and their odds', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 });
    const odd = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, odd), { minLength: 1, maxLength: 12 }), page => {
        const rows = scoreFeatures(
          know(page.map(([one]) => one)),
          Float64Array.from(page, ([, score]) => score),
        );
        expect(rows).toHaveLength(page.length * SCORE_FEATURES.length);
        expect(rows.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('the model', () => {
  const page = ['Home', 'News', 'Sign in', ...PROSE, 'Related stories', 'Share on Facebook', 'Privacy'];
  const known = know(page);

  it.each([0.5, 0.6, 0.8, 0.99])('gives the same answers when it may stop early: %d', atLeast => {
    const { base, stacked } = shippedModel();
    const rows = scoreFeatures(known, baseOdds(known, base));
    const early = lineScores(known, shippedModel(), atLeast);
    for (let i = 0; i < page.length; i++) {
      const whole = probability(stacked, rows, i * SCORE_FEATURES.length);
      const score = early[i] ?? NaN;
      expect(score >= atLeast).toBe(whole >= atLeast);
      if (score !== 0) expect(score).toBe(whole);
    }
  });

  it('chooses nothing more from what it has left', () => {
    const left = (lines: readonly string[]): string[] => {
      const text = lines.join('\n');
      const start = (i: number): number => lines.slice(0, i).join('\n').length + Number(i > 0);
      const end = (i: number): number => start(i) + (lines[i]?.length ?? 0);
      const chosen = chooseLines({ text, count: lines.length, start, end }, shippedModel(), 0.6);
      return lines.filter((_, i) => !chosen.has(i));
    };
    const once = left(page);
    expect(once.length).toBeLessThan(page.length);
    expect(once.join('\n')).toContain(BODY);
    expect(left(once)).toEqual(once);
  });
});
