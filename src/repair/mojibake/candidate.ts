import { PAGES } from './pages.js';
import { rarityOf } from './rarity.js';

/** Nats after all doubts that no evidence for another confusion makes up for: what is strong and as much again. */
export const SETTLED = 15;

/** A stretch that may be mojibake, and what it would become. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  /** Where only parts of it change: those, from left to right. */
  readonly words?: readonly { readonly start: number; readonly end: number; readonly insert: string }[];
  /** Index of the outermost page in PAGES. */
  readonly page: number;
  /** Other pages, as bits, that would do the same: of all, `page` is the least rare. */
  readonly same: number;
  /** Names of the pages it was misread as, the last one first: what to undo first. */
  readonly chain: string;
  /** How many pages that are. */
  readonly layers: number;
  /** Nats by which the text becomes more natural. */
  readonly gain: number;
  /** Nats to be gained beyond what is usual because its pages are rare. */
  readonly rarity: number;
  /** Nats to be gained beyond that because of its shape, if the candidate is to be believed by itself. */
  readonly doubt: number;
}

/** The candidate as another of the pages that do the same would have it. */
export function as(candidate: Candidate, page: number): Candidate {
  const inner = candidate.chain.slice(PAGES[candidate.page]?.name.length ?? 0);
  const chain = `${PAGES[page]?.name ?? ''}${inner}`;
  return { ...candidate, page, chain, rarity: rarityAs(candidate, page) };
}

export function rarityAs(candidate: Candidate, page: number): number {
  return candidate.rarity - rarityOf(candidate.page) + rarityOf(page);
}
