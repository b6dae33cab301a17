import type { Level } from '../../core/document.js';
import type { Candidate } from './candidate.js';
import { choose } from './choose.js';
import { LONE_BETWEEN_WORDS } from './doubt.js';
import {
  bestPages,
  count,
  countSure,
  type Evidence,
  likelyOf,
  mostOf,
  spread,
  type Tally,
  tallyOf,
  valueOf,
} from './evidence.js';
import type { SureRuns } from './sure.js';

/** Gain in nats, but for the shape, from which something left alone is reported. */
const SUSPECT = 6;

/**
 * Gain in nats, after all doubts, from which a candidate is taken by itself; of 747,728 clean lines in 640 languages
 * four changed, each of them broken at its source. Any other candidate is taken when the document holds a strong one
 * of the same confusion.
 */
export const STRONG = 7;

export interface Judgement {
  /** The strong candidates, and others of the same confusions. */
  readonly taken: readonly Candidate[];
  /** Those that only look wrong. */
  readonly others: readonly Candidate[];
  readonly evidence: Tally | undefined;
  /** The page that runs which are sure are best explained by, of each group of pages. */
  readonly pages: ReadonlyMap<number, number>;
}

const NO_PAGES: ReadonlyMap<number, number> = new Map();

/** What is to be done of a document's candidates, besides which there are runs that are sure, and so much evidence `seen`. */
export function judge(all: readonly Candidate[], level: Level, seen: Evidence, sure?: SureRuns): Judgement {
  const isSure = sure !== undefined && sure.count > 0;
  if (all.length === 0 && !isSure) return { taken: [], others: [], evidence: undefined, pages: NO_PAGES };
  const tally = tallyOf(seen);
  if (isSure) countSure(tally, sure);
  for (const candidate of all)
    if (isStrong(candidate, level)) count(tally, candidate, STRONG + doubtAt(candidate, level));
  spread(tally);
  const most = mostOf(tally);
  const value = (candidate: Candidate): number => valueOf(candidate, tally, most);
  const likely = most > 0 ? likelyOf(all, tally, most) : [];
  const taken = choose(likely, value);
  const pages = isSure ? bestPages(tally, most) : NO_PAGES;
  if (taken.length > 0 || isSure) return { taken, others: [], evidence: tally, pages };
  const others = choose(all.filter(({ gain, rarity }) => gain - rarity >= SUSPECT));
  return { taken, others, evidence: tally, pages };
}

function isStrong(candidate: Candidate, level: Level): boolean {
  return candidate.gain - candidate.rarity - doubtAt(candidate, level) >= STRONG;
}

function doubtAt({ doubt }: Candidate, level: Level): number {
  return level === 'full' && doubt === LONE_BETWEEN_WORDS ? 0 : doubt;
}
