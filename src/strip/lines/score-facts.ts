import { type Copies, copies } from './copies.js';
import { MOST_ODDS } from './forest.js';
import { type KnownLine, OWN } from './known-line.js';
import { type Leaning, leanings } from './leaning.js';
import { tableFor } from './numbering.js';
import { between, since, sums, until } from './running.js';
import { bestSegment, type Segment } from './segment.js';

/** Distances in lines are cut off here. */
export const FAR = 40;
/** A line counts as no more words than this. */
const MOST_WORDS = 150;
const WORDS = (OWN as readonly string[]).indexOf('words');
/** A line this sure not to be part of the article is a border of it. */
const SURE = 0.85;
/** The least and the most that a line counts for the segment of sure lines. */
const LEAST_PULL = -2;
const MOST_PULL = 4;
/** What a line that is rather furniture costs the segment of likely lines: as much as a line of nine words gains. */
const COST = 3;

/** A run of lines that are all rather furniture, or all rather the article's. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly isFurniture: boolean;
  readonly least: number;
  readonly most: number;
}

/** A stretch that the article seems to fill, and how much of what is expected of the article it holds and of it is the article's. */
export interface Stretch extends Segment {
  readonly share: number;
  readonly pure: number;
}

/** What the first scores of a page's lines tell together; sums have one value more than there are lines. */
export interface ScoreFacts {
  /** Log odds not to be part of the article, cut off at MOST_ODDS. */
  readonly odds: Float64Array;
  readonly words: Float64Array;
  /** Words expected to be the article's, and lines. */
  readonly article: Float64Array;
  readonly lines: Float64Array;
  readonly oddsBefore: Float64Array;
  /** Words that may as well be as not be the article's. */
  readonly unsure: number;
  readonly stretches: readonly Stretch[];
  readonly above: Uint8Array;
  readonly below: Uint8Array;
  /** By line. */
  readonly runs: readonly Run[];
  readonly leaning: Leaning;
  readonly leaningBefore: Float64Array;
  /** Mean odds of the other lines of the same shape, and with the same first word. */
  readonly alike: Float32Array;
  readonly sameFirst: Float32Array;
  readonly whole: Copies;
  readonly beginning: Copies;
}

export function scoreFacts(lines: readonly KnownLine[], scores: Float64Array): ScoreFacts {
  const odds = scores.map(score => Math.max(-MOST_ODDS, Math.min(MOST_ODDS, score)));
  const probabilities = odds.map(score => 1 / (1 + Math.exp(-score)));
  const own = Float64Array.from(lines, ({ row }) => Math.max(1, Math.min(MOST_WORDS, row[WORDS] ?? 0)));
  const p = (i: number): number => probabilities[i] ?? 0;
  const words = sums(own, count => count);
  const article = sums(own, (count, i) => count * (1 - p(i)));
  const leaning = leanings(lines, probabilities);
  const pull = odds.map(
    (score, i) => Math.max(LEAST_PULL, Math.min(MOST_PULL, -score)) * Math.sqrt(own[i] ?? 0),
  );
  const likely = probabilities.map((one, i) => (1 - 2 * one) * (one < 0.5 ? Math.sqrt(own[i] ?? 0) : COST));
  return {
    odds,
    words,
    article,
    lines: sums(probabilities, one => 1 - one),
    oddsBefore: sums(odds, score => score),
    unsure: own.reduce((sum, count, i) => sum + count * Math.min(p(i), 1 - p(i)), 0),
    stretches: [pull, likely].map(values => stretchOf(bestSegment(values), words, article)),
    above: since(odds.length, FAR, i => p(i) > SURE),
    below: until(odds.length, FAR, i => p(i) > SURE),
    runs: runsOf(odds),
    leaning,
    leaningBefore: sums(leaning.odds, one => one),
    alike: meansOf(lines.map(({ shape }) => shape), odds),
    sameFirst: meansOf(lines.map(({ first }) => first), odds),
    whole: copies(lines.map(({ same }) => same), odds),
    beginning: copies(lines.map(({ beginning }) => beginning), odds),
  }; // prettier-ignore
}

function stretchOf({ first, last }: Segment, words: Float64Array, article: Float64Array): Stretch {
  const inside = between(article, first, last + 1);
  return {
    first,
    last,
    share: inside / Math.max(1, article.at(-1) ?? 0),
    pure: inside / Math.max(1, between(words, first, last + 1)),
  };
}

function runsOf(odds: Float64Array): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < odds.length;) {
    const isFurniture = (odds[from] ?? 0) >= 0;
    let [to, least, most] = [from, Infinity, -Infinity];
    for (; to < odds.length && (odds[to] ?? 0) >= 0 === isFurniture; to++) {
      least = Math.min(least, odds[to] ?? 0);
      most = Math.max(most, odds[to] ?? 0);
    }
    const run = { from, to, isFurniture, least, most };
    for (; from < to; from++) runs.push(run);
  }
  return runs;
}

/** By line: the sum over the other lines of its key by their number and itself, so that one other line counts half. */
function meansOf(keys: readonly number[], odds: Float64Array): Float32Array {
  const counts = tableFor(keys);
  const sums = new Float64Array(counts.length);
  keys.forEach((key, i) => {
    sums[key] = (sums[key] ?? 0) + (odds[i] ?? 0);
    counts[key] = (counts[key] ?? 0) + 1;
  });
  return Float32Array.from(keys, (key, i) => ((sums[key] ?? 0) - (odds[i] ?? 0)) / (counts[key] ?? 1));
}
