import { addControl } from './controls.js';
import { doubtOf, NEVER } from './doubt.js';
import { costBetween, kindAt, kindBefore, loadModel } from './model.js';
import { PAGES } from './pages.js';
import { type Reading, readingOf, textOfVariant } from './readings.js';
import { readingsAt } from './runs.js';
import { scanTables, startsIn } from './scan.js';

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

/** Nats below which nothing, not even the document's evidence, makes a candidate of a stretch. */
const WORTH_IT = 2;

/** Nats after all doubts that no evidence for another confusion makes up for: what is strong and as much again. */
const SETTLED = 15;

/** UTF-8 misread three times is the most that was ever seen in the wild. */
export const MAX_LAYERS = 3;

/**
 * All candidates that start at one of `starts`, from left to right. Mojibake takes whole runs of what its page has above
 * ASCII, so a candidate starts and ends where such a run does: that keeps clean text in other scripts both safe and
 * fast. What stands beyond ASCII characters to either side makes no difference, but for the nearest (CONTEXT).
 */
export function candidates(units: Uint16Array, starts: Int32Array = startsIn(units), layer = 1): Candidate[] {
  const found: Candidate[] = [];
  let usual = ALL; // pages that have agreed on all runs so far: tried first, and alone while they do
  let done: Float64Array | undefined; // up to where each page has been dealt with
  let next = 0; // up to where all is settled
  for (const i of starts) {
    if (i < next) continue;
    const unit = units[i] ?? 0;
    if (unit < 0xa0 && layer === 1) addControl(found, units, i);
    const scan = scanTables(unit);
    let pages = scan.whole[unit] ?? 0;
    if (i + 1 < units.length) pages |= (scan.opens[unit] ?? 0) & (scan.goesOn[units[i + 1] ?? 0] ?? 0);
    if (i > 0) pages &= ~(scan.within[units[i - 1] ?? 0] ?? 0);
    if (pages === 0) continue;
    if (done) pages = without(pages, done, i);
    const readings = layer === 1 && isAfterAscii(units, i) ? readingsAt(units, i) : [];
    let settled = 0;
    let most = 0;
    let best = 0;
    let rivals = 0;
    for (let first = true; pages !== 0; first = false) {
      const index = lowest(first && (pages & usual) !== 0 ? pages & usual : pages);
      let reading = known(readings, index);
      if (!reading) readings.push((reading = readingOf(units, i, index, pages, scan.within, layer)));
      pages &= ~reading.pages;
      if (reading.length === 0) continue;
      const end = i + reading.length;
      const group = reading.pages;
      done ??= fresh(layer);
      for (let all = group; all !== 0; all &= all - 1) done[lowest(all)] = end;
      // Another page that takes less of a run has no say where one takes all of it and is more than sure.
      if (end < settled) continue;
      const sure = add(found, units, i, reading, leastRare(index, group), layer);
      if (sure < SETTLED || !isRun(units, i, end)) continue;
      settled = end;
      rivals |= sure > most ? best : group;
      if (sure > most) {
        most = sure;
        best = group;
      }
      if (first && usual !== 0 && (usual & ~group) === 0) break;
    }
    if (settled <= i) continue;
    usual = (usual & rivals) !== 0 ? 0 : usual & best;
    next = settled;
  }
  return found;
}

function known(readings: readonly Reading[], page: number): Reading | undefined {
  for (const reading of readings) if ((reading.pages & (1 << page)) !== 0) return reading;
  return undefined;
}

function isAfterAscii(units: Uint16Array, at: number): boolean {
  return at === 0 || (units[at - 1] ?? 0) < 0x80;
}

/** Whether a stretch is all that stands above ASCII between two ASCII characters. */
function isRun(units: Uint16Array, start: number, end: number): boolean {
  return isAfterAscii(units, start) && (end === units.length || (units[end] ?? 0) < 0x80);
}

const ALL = (1 << PAGES.length) - 1;

const places = Array.from({ length: MAX_LAYERS + 1 }, () => new Float64Array(PAGES.length));

/** A place for each page, all zero, of which each layer has one. */
function fresh(layer: number): Float64Array {
  return (places[layer] ?? new Float64Array(PAGES.length)).fill(0);
}

/** The place of the lowest bit. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** The pages that have not been dealt with up to beyond `at`. */
function without(pages: number, done: Float64Array, at: number): number {
  let left = pages;
  for (let all = pages; all !== 0; all &= all - 1) if ((done[lowest(all)] ?? 0) > at) left &= ~(all & -all);
  return left;
}

function leastRare(index: number, group: number): number {
  let least = index;
  for (let left = group; left !== 0; left &= left - 1) {
    const other = lowest(left);
    if (rarityOf(other) < rarityOf(least)) least = other;
  }
  return least;
}

function rarityOf(page: number): number {
  return PAGES[page]?.rarity ?? 0;
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

/** Adds what pages make of a stretch where that is worth it. Gives the certainty of what is decoded once. */
function add(
  to: Candidate[],
  units: Uint16Array,
  start: number,
  { length, pages, first, last, variants }: Reading,
  page: number,
  layer: number,
): number {
  const { name, rarity } = PAGES[page] ?? { name: '', rarity: 0 };
  const end = start + length;
  const same = pages & ~(1 << page);
  const model = loadModel();
  const before = kindBefore(model, units, start);
  const after = kindAt(model, units, end);
  const old = costBetween(model, before, first) + costBetween(model, last, after);
  let sure = 0;
  for (const variant of variants) {
    const around = costBetween(model, before, variant.first) + costBetween(model, variant.last, after);
    const gain = variant.gain + old - around;
    if (gain < WORTH_IT) continue;
    const doubt = variant.extra + (variant.doubt ?? doubtOf(units, start, end, variant.insert, model));
    if (layer === 1 && doubt >= NEVER) continue;
    const { chain, layers } = variant;
    to.push({
      start,
      end,
      insert: textOfVariant(variant),
      page,
      same,
      chain: chain === '' ? name : name + chain,
      layers,
      gain,
      rarity: rarity + variant.rarity,
      doubt,
    });
    if (layers === 1) sure = gain - rarity - doubt;
  }
  return sure;
}
