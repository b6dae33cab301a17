import { as, type Candidate, rarityAs } from './candidate.js';
import { certainty } from './choose.js';
import { PAGES } from './pages.js';
import { lowest, rarityOf } from './rarity.js';
import type { SureRuns } from './sure.js';

/** What the confusion with the most evidence in a document has ahead of others, in nats. */
const AHEAD = 8;
const RAREST = Math.max(...PAGES.map(({ rarity }) => rarity));

/** What strong candidates of a document, or of several, say for each confusion by its chain of pages, in nats. */
export type Evidence = ReadonlyMap<string, number>;

/** Evidence while it is added up. */
export interface Tally {
  /** Of confusions of one layer, by page. */
  readonly pages: number[];
  /** Of others, by chain. */
  readonly chains: Map<string, number>;
  /** Of confusions of one layer that several pages explain and that none of them is too rare for: gains, by these. */
  readonly groups: Map<number, Group>;
}

interface Group {
  gain: number;
  count: number;
}

const NO_NATS = [...PAGES.map(() => 0), 0];

export function tallyOf(seen: Evidence): Tally {
  const tally = {
    pages: NO_NATS.slice(),
    chains: new Map(seen),
    groups: new Map<number, Group>(),
  };
  if (seen.size === 0) return tally;
  for (let page = 0; page < tally.pages.length; page++) {
    tally.pages[page] = seen.get(nameOf(page)) ?? 0;
    tally.chains.delete(nameOf(page));
  }
  return tally;
}

export function evidenceFrom({ pages, chains }: Tally): Evidence {
  const evidence = new Map(chains);
  pages.forEach((nats, page) => {
    if (nats > 0) evidence.set(nameOf(page), nats);
  });
  return evidence;
}

/** For each confusion the stronger of two kinds of evidence. */
export function moreOf(a: Evidence, b: Evidence): Evidence {
  if (a.size === 0) return b;
  const more = new Map(a);
  for (const [chain, nats] of b) if (nats > (more.get(chain) ?? 0)) more.set(chain, nats);
  return more;
}

/** Signs of windows-1252 that were read as ISO-8859-1 have a place of their own behind the pages. */
function nameOf(page: number): string {
  return PAGES[page]?.name ?? '';
}

export function mostOf({ pages, chains }: Tally): number {
  return Math.max(...pages, ...chains.values());
}

/** Nats that a candidate is worth where a document holds such evidence. */
export function valueOf(candidate: Candidate, tally: Tally, most: number): number {
  const known = evidenceOf(candidate, tally);
  return known > 0 ? candidate.gain - candidate.rarity + (AHEAD * known) / most : certainty(candidate);
}

function evidenceOf({ page, layers, chain }: Candidate, { pages, chains }: Tally): number {
  return (layers === 1 ? pages[page] : chains.get(chain)) ?? 0;
}

/** Adds a candidate's gain to the evidence for each of its pages that gains `least` nats by it. */
export function count(tally: Tally, candidate: Candidate, least: number): void {
  const { gain, rarity, chain, page, same, layers } = candidate;
  const { chains, groups, pages } = tally;
  if (layers === 1 && gain - RAREST >= least) {
    addTo(groups, same | (1 << page), gain, 1);
    return;
  }
  if (layers === 1) pages[page] = (pages[page] ?? 0) + gain - rarity;
  else chains.set(chain, (chains.get(chain) ?? 0) + gain - rarity);
  for (let left = same; left !== 0; left &= left - 1) {
    const other = lowest(left);
    const more = gain - rarityAs(candidate, other);
    if (more < least) continue;
    if (layers === 1) pages[other] = (pages[other] ?? 0) + more;
    else {
      const name = as(candidate, other).chain;
      chains.set(name, (chains.get(name) ?? 0) + more);
    }
  }
}

function addTo(groups: Map<number, Group>, pages: number, gain: number, times: number): void {
  const group = groups.get(pages);
  if (group) {
    group.gain += gain;
    group.count += times;
  } else groups.set(pages, { gain, count: times });
}

/** Adds the gains of runs that are sure, of which no page is too rare. */
export function countSure({ groups }: Tally, { count, gains, groups: pages }: SureRuns): void {
  for (let i = 0; i < count;) {
    const group = pages[i] ?? 0;
    const from = i;
    let gain = 0;
    for (; i < count && pages[i] === group; i++) gain += gains[i] ?? 0;
    addTo(groups, group, gain, i - from);
  }
}

/** The page that what pages explain alike is best explained by, of each group of pages: of equals the first. */
export function bestPages({ groups, pages }: Tally, most: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const group of groups.keys()) {
    let page = lowest(group);
    let worth = -Infinity;
    for (let left = group; left !== 0; left &= left - 1) {
      const other = lowest(left);
      const value = (AHEAD * (pages[other] ?? 0)) / most - rarityOf(other);
      if (value <= worth) continue;
      page = other;
      worth = value;
    }
    found.set(group, page);
  }
  return found;
}

/** Adds what several pages explain to each of them. */
export function spread({ pages, groups }: Tally): void {
  for (const [all, { gain, count: times }] of groups)
    for (let left = all; left !== 0; left &= left - 1) {
      const page = lowest(left);
      pages[page] = (pages[page] ?? 0) + gain - times * (PAGES[page]?.rarity ?? 0);
    }
}

/** Those that the document holds evidence for, each as that of its pages has it which is worth most. */
export function likelyOf(all: readonly Candidate[], tally: Tally, most: number): Candidate[] {
  const likely: Candidate[] = [];
  const known = new Map<number, number>();
  for (const candidate of all) {
    const page =
      candidate.layers === 1 ? bestOf(candidate, tally, most, known) : best(candidate, tally, most);
    if (page >= 0) likely.push(page === candidate.page ? candidate : as(candidate, page));
  }
  return likely;
}

/** Of one layer all that the same pages explain are best explained by the same of them. */
function bestOf(candidate: Candidate, tally: Tally, most: number, known: Map<number, number>): number {
  const all = candidate.same | (1 << candidate.page);
  let page = known.get(all);
  if (page === undefined) known.set(all, (page = best(candidate, tally, most)));
  return page;
}

/** The page of a candidate's that is worth most; -1 where none has evidence. */
function best(candidate: Candidate, tally: Tally, most: number): number {
  let page = evidenceOf(candidate, tally) > 0 ? candidate.page : -1;
  let worth = page < 0 ? -Infinity : valueOf(candidate, tally, most);
  for (let left = candidate.same; left !== 0; left &= left - 1) {
    const other = lowest(left);
    const known =
      candidate.layers === 1
        ? (tally.pages[other] ?? 0)
        : (tally.chains.get(as(candidate, other).chain) ?? 0);
    if (known === 0) continue;
    const value = candidate.gain - rarityAs(candidate, other) + (AHEAD * known) / most;
    if (value < worth || (value === worth && page < other)) continue;
    page = other;
    worth = value;
  }
  return page;
}
