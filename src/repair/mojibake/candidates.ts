import { type Candidate, SETTLED } from './candidate.js';
import { addControl } from './controls.js';
import { mayBeMisread } from './deeper.js';
import { doubtOf, NEVER } from './doubt.js';
import { cost, kindAt, kindBefore, loadModel } from './model.js';
import { alike, bytesAt } from './agreement.js';
import { choose, netGain } from './choose.js';
import { type Draft, type Inserts, insertsOf, note, withInserts } from './inserts.js';
import { PAGES } from './pages.js';
import { parseSpan, type Span } from './parse.js';
import { leastRare, lowest } from './rarity.js';
import { scanTables } from './scan.js';
import { ALL_PAGES, sureAt, type SureRuns } from './sure.js';
import { type Scratch, scratch, setText, toText } from './units.js';

/** Nats that another layer has to gain: with less, clean text that came out of one layer was decoded once more. */
const LAYER = 8;

/** Nats below which nothing, not even the document's evidence, makes a candidate of a stretch. */
const WORTH_IT = 2;

/** UTF-8 misread three times is the most that was ever seen in the wild. */
const MAX_LAYERS = 3;

/**
 * All candidates of a text, or only those that start at one of `starts`, from left to right. Mojibake takes whole runs of
 * what its page has above ASCII, so a candidate starts and ends where such a run does: that keeps clean text in other
 * scripts both safe and fast. What stands beyond ASCII characters to either side makes no difference, but for the nearest
 * and for quotation marks of the line. Where `sure` is given, runs that are sure go there.
 */
export function candidates(units: Uint16Array, starts?: Int32Array, layer = 1, sure?: SureRuns): Candidate[] {
  const search: Search = {
    units,
    layer,
    found: [],
    inserts: insertsOf(layer),
    usual: ALL_PAGES,
    done: undefined,
  };
  if (starts) {
    let next = 0; // up to where all is settled
    for (const at of starts) if (at >= next) next = searchAt(search, at);
  } else {
    const { opens, whole } = scanTables(0);
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] ?? 0;
      if (unit < 0x80 || (unit >= 0xa0 && unit < 0x3400 && ((opens[unit] ?? 0) | (whole[unit] ?? 0)) === 0))
        continue;
      const settled = (sure ? sureAt(sure, units, i, search.usual) : 0) || searchAt(search, i);
      if (settled > i) i = settled - 1;
    }
  }
  return withInserts(search.found, search.inserts);
}

interface Search {
  readonly units: Uint16Array;
  readonly layer: number;
  readonly found: Draft[];
  readonly inserts: Inserts;
  /** Pages that were best on all runs so far: tried first, and alone while they are sure. */
  usual: number;
  /** Up to where each page has been dealt with. */
  done: Float64Array | undefined;
}

/** Looks for candidates that start at `i`; gives the place up to which all is settled, 0 for none. */
function searchAt(search: Search, i: number): number {
  const { units, layer, usual } = search;
  const unit = units[i] ?? 0;
  if (unit < 0xa0 && layer === 1) addControl(search.found, units, i);
  const scan = scanTables(unit);
  let pages = scan.whole[unit] ?? 0;
  if (i + 1 < units.length) pages |= (scan.opens[unit] ?? 0) & (scan.goesOn[units[i + 1] ?? 0] ?? 0);
  if (pages === 0) return 0;
  if (i > 0) pages &= ~(scan.within[units[i - 1] ?? 0] ?? 0);
  if (pages === 0) return 0;
  if (search.done) pages = without(pages, search.done, i);
  let settled = 0;
  let most = 0;
  let best = 0;
  for (let first = true; pages !== 0; first = false) {
    const index = lowest(first && (pages & usual) !== 0 ? pages & usual : pages);
    pages &= ~(1 << index);
    const span = parseSpan(units, i, bytesAt(index));
    const same = pages === 0 ? 0 : alike(units, i, span.seen, index, pages);
    pages &= ~same;
    const { end } = span;
    if (end === i || (end < units.length && ((scan.within[units[end] ?? 0] ?? 0) & (1 << index)) !== 0))
      continue;
    const group = same | (1 << index);
    // Another page that takes less of a run has no say where one takes all of it and is more than sure.
    if (end < settled) continue;
    const sure = add(search, i, span, leastRare(index, group), group);
    if (sure < SETTLED || !isRun(units, i, end)) {
      const done = (search.done ??= fresh(layer));
      for (let all = group; all !== 0; all &= all - 1) done[lowest(all)] = end;
      continue;
    }
    settled = end;
    if (sure > most) {
      most = sure;
      best = group;
    }
    if (first && usual !== 0 && (usual & ~group) === 0) break;
  }
  if (settled > i) search.usual = usual & best;
  return settled;
}

/** Whether a stretch is all that stands above ASCII between two ASCII characters. */
function isRun(units: Uint16Array, start: number, end: number): boolean {
  return (
    (start === 0 || (units[start - 1] ?? 0) < 0x80) && (end === units.length || (units[end] ?? 0) < 0x80)
  );
}

const places = Array.from({ length: MAX_LAYERS + 1 }, () => new Float64Array(PAGES.length));

/** A place for each page, all zero, of which each layer has one. */
function fresh(layer: number): Float64Array {
  return (places[layer] ?? new Float64Array(PAGES.length)).fill(0);
}

/** The pages that have not been dealt with up to beyond `at`. */
function without(pages: number, done: Float64Array, at: number): number {
  let left = pages;
  for (let all = pages; all !== 0; all &= all - 1) if ((done[lowest(all)] ?? 0) > at) left &= ~(all & -all);
  return left;
}

const NO_PAGE = { name: '', rarity: 0 };
const replaced = scratch();

/**
 * Adds what pages make of a span: decoded once, decoded further where that is sure, and decoded to the end. Gives the
 * certainty of the first.
 */
function add(search: Search, start: number, { end, decoded }: Span, page: number, pages: number): number {
  const { units, layer } = search;
  const { name, rarity } = PAGES[page] ?? NO_PAGE;
  const same = pages & ~(1 << page);
  const model = loadModel();
  const before = kindBefore(model, units, start);
  const after = kindAt(model, units, end);
  const old = cost(model, units, start, end, before, after);
  const context = { before, after, old, start, end, page, same };
  const sure = judge(search, context, decoded, name, 1, rarity, 0);
  if (layer >= MAX_LAYERS || decoded.length === 1 || !mayBeMisread(decoded.units, 0, decoded.length))
    return sure;
  const inside = decoded.units.slice(0, decoded.length);
  const inner = candidates(inside, undefined, layer + 1);
  if (inner.length === 0) return sure;
  const text = toText(inside);
  const deeper = (chosen: readonly Candidate[]): void => {
    const [first] = chosen;
    if (!first) return;
    const best = chosen.reduce((a, b) => (b.gain > a.gain ? b : a), first);
    setText(replaced, replaceAll(text, chosen));
    const { chain, layers, rarity: more, doubt } = best;
    judge(search, context, replaced, `${name}+${chain}`, 1 + layers, rarity + more, LAYER + doubt);
  };
  deeper(choose(inner));
  if (inner.length > 1) deeper(choose(inner, netGain));
  return sure;
}

/** A stretch, the kinds that stand around it, what it costs as it is, and the pages that are tried on it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  readonly old: number;
  readonly page: number;
  readonly same: number;
}

/** Adds what a stretch may become where that is worth it; gives its certainty. */
function judge(
  { units, layer, found, inserts }: Search,
  { start, end, before, after, old, page, same }: Stretch,
  insert: Scratch,
  chain: string,
  layers: number,
  rarity: number,
  extra: number,
): number {
  const model = loadModel();
  const gain = old - cost(model, insert.units, 0, insert.length, before, after);
  if (gain < WORTH_IT) return 0;
  const doubt = extra + doubtOf(units, start, end, insert, model);
  if (layer === 1 && doubt >= NEVER) return 0;
  note(inserts, found.length, insert);
  found.push({ start, end, insert: '', page, same, chain, layers, gain, rarity, doubt });
  return gain - rarity - doubt;
}

function replaceAll(text: string, chosen: readonly Candidate[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, insert } of chosen) {
    out += text.slice(from, start) + insert;
    from = end;
  }
  return out + text.slice(from);
}
