import type { Often } from '../core/repeat.js';
import { type Bins, binsFor, type MakeBins, orderOf } from './bins.js';
import { hash53 } from './hash53.js';
import type { LineKeys } from './lines.js';

/** A document's lines as its shard's key file has them. */
export interface LineRow extends LineKeys {
  readonly host: string;
}

/** How often lines stand on their hosts; documents that share nearly everything count once. */
export interface Repeats {
  /** Documents of a host; 0 where they are too few to tell. */
  readonly documents: (host: string) => number;
  /** Documents that hold a line; 0 where they are too few. */
  readonly holding: (key: number) => number;
}

/**
 * Counts lines over the whole corpus. `rows` is read twice; what stays in memory are the lines and hosts over the limits.
 */
export function countRepeats(
  rows: () => Iterable<LineRow>,
  options: Pick<Often, 'documents' | 'lines'>,
  makeBins: MakeBins,
): Repeats {
  const hosts = counter(() => hostKeys(rows()), options.documents, makeBins, 'hosts');
  const lines = counter(() => keysOf(rows(), hosts), options.lines, makeBins, 'lines');
  return { documents: host => hosts(hash53(host)), holding: lines };
}

type Sighting = readonly [key: number, signature: number];

function* hostKeys(rows: Iterable<LineRow>): Generator<Sighting, void, undefined> {
  for (const { host, signature } of rows) yield [hash53(host), signature];
}

function* keysOf(
  rows: Iterable<LineRow>,
  hosts: (key: number) => number,
): Generator<Sighting, void, undefined> {
  for (const { host, signature, keys } of rows)
    if (hosts(hash53(host)) > 0) for (const key of keys) yield [key, signature];
}

/** Different signatures of each key; keys with fewer than `least` are forgotten. */
function counter(
  sightings: () => Generator<Sighting, void, undefined>,
  least: number,
  makeBins: MakeBins,
  name: string,
): (key: number) => number {
  const all = sightings();
  let total = 0;
  while (all.next().done !== true) total++;
  const bins = makeBins(name, binsFor(total));
  for (const [key, signature] of sightings())
    bins.push((key >>> 0) % bins.count, [key >>> 0, key / 2 ** 32, signature >>> 0, signature / 2 ** 32]);
  return lookup(frequent(bins, least));
}

interface Frequent {
  readonly keys: Float64Array;
  readonly counts: Float64Array;
}

function frequent(bins: Bins, least: number): Frequent {
  const found: [key: number, count: number][] = [];
  for (let bin = 0; bin < bins.count; bin++) {
    const rows = bins.read(bin);
    const order = orderOf(rows, 4);
    const word = (i: number, offset: number): number => rows[4 * (order[i] ?? 0) + offset] ?? 0;
    for (let start = 0, end = 1; start < order.length; end++) {
      if (end < order.length && word(end, 0) === word(start, 0)) continue;
      if (end - start >= least) {
        const signatures = new Map<number, Set<number>>();
        for (let i = start; i < end; i++) {
          const key = word(i, 1) * 2 ** 32 + word(i, 0);
          const known = signatures.get(key) ?? new Set();
          signatures.set(key, known.add(word(i, 3) * 2 ** 32 + word(i, 2)));
        }
        for (const [key, different] of signatures)
          if (different.size >= least) found.push([key, different.size]);
      }
      start = end;
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  return { keys: Float64Array.from(found, ([key]) => key), counts: Float64Array.from(found, ([, n]) => n) };
}

function lookup({ keys, counts }: Frequent): (key: number) => number {
  return key => {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? Infinity) < key) low = middle + 1;
      else high = middle;
    }
    return keys[low] === key ? (counts[low] ?? 0) : 0;
  };
}
