import { type Candidate, candidates, MAX_LAYERS } from './candidates.js';
import { choose, netGain } from './choose.js';
import { doubtByItself } from './doubt.js';
import { costWithin, kindAt, kindBefore, loadModel } from './model.js';
import { type Bytes, bytesOf, PAGES } from './pages.js';
import { parseSpan } from './parse.js';
import { startsIn } from './scan.js';
import { type Scratch, textOf } from './units.js';

/** What a stretch would become, as far as that does not depend on what stands around it. */
export interface Variant {
  readonly insert: Scratch;
  /** The insert as a text once it was asked for. */
  text: string;
  /** Names of pages that were undone besides the outermost, with a plus before each. */
  readonly chain: string;
  readonly layers: number;
  /** Nats gained within the stretch. */
  readonly gain: number;
  /** Kinds of its first and its last character. */
  readonly first: number;
  readonly last: number;
  /** Nats to be gained because of the other pages and layers. */
  readonly rarity: number;
  readonly extra: number;
  /** Nats of doubt by its shape; nothing where that depends on what stands around it. */
  readonly doubt: number | undefined;
}

/** What pages that do the same make of a stretch. */
export interface Reading {
  /** As bits. */
  readonly pages: number;
  /** UTF-16 units of the stretch; 0 when the pages make nothing of it. */
  readonly length: number;
  readonly first: number;
  readonly last: number;
  /** Decoded once, decoded further where that is sure, and decoded to the end. */
  readonly variants: readonly Variant[];
}

/** Nats that another layer has to gain: with less, clean text that came out of one layer was decoded once more. */
const LAYER = 8;

/** What the page `index` and those of `pages` that read the same make of what starts at `start`. */
export function readingOf(
  units: Uint16Array,
  start: number,
  index: number,
  pages: number,
  within: Uint32Array,
  layer: number,
): Reading {
  const bit = 1 << index;
  const { end, seen, decoded } = parseSpan(units, start, bytesAt(index));
  const group = bit | alike(units, start, seen, index, pages & ~bit);
  const breaksOff = end < units.length && ((within[units[end] ?? 0] ?? 0) & bit) !== 0;
  if (end === start || breaksOff) return { pages: group, length: 0, first: 0, last: 0, variants: [] };
  const model = loadModel();
  return {
    pages: group,
    length: end - start,
    first: kindAt(model, units, start),
    last: kindBefore(model, units, end),
    variants: variantsOf(units, start, end, decoded, layer),
  };
}

function variantsOf(
  units: Uint16Array,
  start: number,
  end: number,
  decoded: Scratch,
  layer: number,
): readonly Variant[] {
  const model = loadModel();
  const old = costWithin(model, units, start, end);
  const variants: Variant[] = [];
  const add = (insert: Uint16Array, chain: string, layers: number, rarity: number, extra: number): void => {
    const { length } = insert;
    const scratch = { units: insert, length };
    variants.push({
      insert: scratch,
      text: '',
      chain,
      layers,
      gain: old - costWithin(model, insert, 0, length),
      first: kindAt(model, insert, 0),
      last: kindBefore(model, insert, length),
      rarity,
      extra,
      doubt: doubtByItself(scratch, model),
    });
  };
  const inside = decoded.units.slice(0, decoded.length);
  add(inside, '', 1, 0, 0);
  if (layer >= MAX_LAYERS || inside.length === 1) return variants;
  const starts = startsIn(inside);
  const inner = starts.length === 0 ? [] : candidates(inside, starts, layer + 1);
  const deeper = (chosen: readonly Candidate[]): void => {
    const [first] = chosen;
    if (!first) return;
    const best = chosen.reduce((a, b) => (b.gain > a.gain ? b : a), first);
    add(replaceAll(inside, chosen), `+${best.chain}`, 1 + best.layers, best.rarity, LAYER + best.doubt);
  };
  deeper(choose(inner));
  if (inner.length > 1) deeper(choose(inner, netGain));
  return variants;
}

export function textOfVariant(variant: Variant): string {
  return (variant.text ||= textOf(variant.insert));
}

const tables: Bytes[] = [];

function bytesAt(index: number): Bytes {
  const table = tables[index];
  if (table) return table;
  const page = PAGES[index];
  return page ? (tables[index] = bytesOf(page)) : NO_BYTES;
}

const NO_BYTES: Bytes = new Uint16Array(0);

/** Of `pages`, those that read `units[start, seen]` as the same bytes as `page`. */
function alike(units: Uint16Array, start: number, seen: number, page: number, pages: number): number {
  const bytes = bytesAt(page);
  let same = 0;
  for (let left = pages; left !== 0; left &= left - 1) {
    const others = bytesAt(31 - Math.clz32(left & -left));
    let i = start;
    while (i <= seen && bytes[units[i] ?? 0] === others[units[i] ?? 0]) i++;
    if (i > seen) same |= left & -left;
  }
  return same;
}

function replaceAll(units: Uint16Array, chosen: readonly Candidate[]): Uint16Array {
  const text = textOf({ units, length: units.length });
  let out = '';
  let from = 0;
  for (const { start, end, insert } of chosen) {
    out += text.slice(from, start) + insert;
    from = end;
  }
  out += text.slice(from);
  return Uint16Array.from(out, char => char.charCodeAt(0));
}
