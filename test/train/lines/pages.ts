/** Pages as lines, which of them are the article's, and what dropping lines does to a page's score. */
import { createHash } from 'node:crypto';
import { linesOf } from './program.js';

/** A row of a set in the form of eval/boilerplate. */
export interface Row {
  readonly id: string;
  readonly page: string;
  readonly dom: string;
  readonly url: string;
  readonly ptype: string;
  readonly src: string;
  readonly level: string;
  readonly text: string;
  readonly gold: string;
}

export interface Page {
  readonly row: Row;
  readonly lines: readonly string[];
  /** By line: part of the article. */
  readonly isContent: readonly boolean[];
  readonly words: readonly number[];
}

/** A line of the article has most of its words in runs of as many as this that stand in the article. */
const RUN = 4;

export function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

export function pageOf(row: Row): Page {
  const lines = linesOf(row.text, row.url);
  const words = lines.map(tokens);
  return { row, lines, isContent: contentOf(words, row.gold), words: words.map(({ length }) => length) };
}

/** Which lines are the article's: whole lines of it, or most of their words in its runs of words. */
function contentOf(words: readonly (readonly string[])[], gold: string): boolean[] {
  const whole = new Set(gold.split('\n').map(line => tokens(line).join(' ')));
  const runs = new Set(runsOf(tokens(gold)));
  const stream = words.flatMap((line, owner) => line.map(word => ({ word, owner })));
  const isIn = new Uint8Array(stream.length);
  runsOf(stream.map(({ word }) => word)).forEach((run, i) => {
    if (runs.has(run)) isIn.fill(1, i, i + RUN);
  });
  const hits = new Map<number, number>();
  stream.forEach(({ owner }, i) => hits.set(owner, (hits.get(owner) ?? 0) + (isIn[i] ?? 0)));
  const isContent = words.map(
    (line, i) => line.length === 0 || whole.has(line.join(' ')) || (hits.get(i) ?? 0) >= line.length / 2,
  );
  for (const i of furtherCopies(words, isContent, gold)) isContent[i] = false;
  return isContent;
}

/** Lines of fewer words come again in lists and tables. */
const COPY_WORDS = 3;
/** By the lines of the article this near on each side it is told which of several copies is its own. */
const NEAR = 5;
/** A long line next to a copy says no more than this many words. */
const NEAR_WORDS = 40;

/** What stands more often on the page than in the article: teasers and captions of its own text. */
function furtherCopies(
  words: readonly (readonly string[])[],
  isContent: readonly boolean[],
  gold: string,
): number[] {
  const copies = new Map<string, number[]>();
  words.forEach((line, i) => {
    if (line.length < COPY_WORDS || isContent[i] !== true) return;
    const key = line.join(' ');
    copies.set(key, [...(copies.get(key) ?? []), i]);
  });
  const article = ` ${tokens(gold).join(' ')} `;
  const near = (at: number): number =>
    words
      .slice(Math.max(0, at - NEAR), at + NEAR + 1)
      .reduce(
        (sum, { length }, i) =>
          sum + (isContent[Math.max(0, at - NEAR) + i] === true ? Math.min(NEAR_WORDS, length) : 0),
        0,
      );
  return [...copies].flatMap(([line, places]) => {
    if (places.length === 1) return [];
    const own = Math.max(1, article.split(` ${line} `).length - 1);
    return places.toSorted((a, b) => near(b) - near(a)).slice(own);
  });
}

function runsOf(words: readonly string[]): string[] {
  if (words.length < RUN) return [words.join(' ')];
  return Array.from({ length: words.length - RUN + 1 }, (_, i) => words.slice(i, i + RUN).join(' '));
}

/** A page once more with all or most of its furniture gone, as a second pass or a better extractor leaves it; undefined if that is the same. */
export function thinned(page: Page, chance: () => number): Page | undefined {
  const rate = [0, 0, 0.1, 0.3][Math.floor(4 * chance())] ?? 0;
  const kept = page.lines.flatMap((_, i) => (page.isContent[i] === true || chance() < rate ? [i] : []));
  if (kept.length === 0 || kept.length === page.lines.length) return undefined;
  const pick = <T>(from: readonly T[]): T[] => kept.map(i => from[i] as T);
  return { row: page.row, lines: pick(page.lines), isContent: pick(page.isContent), words: pick(page.words) };
}

/** The fold of a page; all pages of a domain are in one. Four ways to split pages have nothing to do with each other. */
export function foldOf({ row }: Page, folds: number, way = 0): number {
  return (
    createHash('md5')
      .update(row.dom)
      .digest()
      .readUInt32LE(4 * way) % folds
  );
}

export interface Outcome {
  readonly gain: number;
  /** Share of the article's words in the input that are gone. */
  readonly lost: number;
}

/** Token F1 of what is left over keeping the page's whole text. */
export function outcomeOf({ row, lines }: Page, dropped: ReadonlyMap<number, number>): Outcome {
  const gold = countsOf(tokens(row.gold));
  const input = countsOf(tokens(row.text));
  const output = countsOf(lines.flatMap((line, i) => (dropped.has(i) ? [] : tokens(line))));
  const [before, after] = [common(gold, input), common(gold, output)];
  return {
    gain: (2 * after) / (total(gold) + total(output)) - (2 * before) / (total(gold) + total(input)),
    lost: 1 - after / Math.max(1, before),
  };
}

type Counts = ReadonlyMap<string, number>;

function countsOf(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function total(counts: Counts): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}

function common(a: Counts, b: Counts): number {
  return [...a].reduce((sum, [word, n]) => sum + Math.min(n, b.get(word) ?? 0), 0);
}
