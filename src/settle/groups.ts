import { forgetBuckets, inBuckets } from './buckets.js';
import { mix } from './units.js';

/** Documents that share keys. Valid until the next call of `groupsOf`. */
export interface Groups {
  readonly count: number;
  /** Ranks: those of each group side by side, the smallest first. */
  readonly members: Uint32Array;
  /** Where each group begins among them, and behind the last one where it ends. */
  readonly starts: Uint32Array;
  /** How many keys the members of each group share. */
  readonly times: Uint32Array;
}

/**
 * The documents that share a key, all 64 bits of it, where there are two or more. Documents that share one mostly share
 * many: the same ones are one group, with the number of keys that they share.
 * @param rows a key's two words and the rank.
 */
export function groupsOf(rows: Uint32Array): Groups {
  const { rows: sorted, ends, buckets } = inBuckets(rows);
  clear(rows.length / 3);
  gather(sorted, ends, buckets);
  return { count: groups, members, starts, times };
}

/** Lets go of what `groupsOf` works with. */
export function forgetGroups(): void {
  forgetBuckets();
  [members, starts, times, table] = [NONE, new Uint32Array(1), NONE, NONE];
}

const NONE = new Uint32Array(0);

/** The ranks of all groups, one after another. */
let members = new Uint32Array(0);
/** Where each group begins in `members`, and behind the last one where it ends. */
let starts = new Uint32Array(1);
let times = new Uint32Array(0);
/** One more than the group, by the hash of its members (open addressing). */
let table = new Uint32Array(0);
let groups = 0;
let mask = 0;

function clear(rows: number): void {
  // A group takes at least two rows, and its table is never more than half full.
  const size = 2 ** Math.ceil(Math.log2(rows + 2));
  if (table.length < size) {
    table = new Uint32Array(size);
    members = new Uint32Array(size);
    starts = new Uint32Array(size / 2 + 1);
    times = new Uint32Array(size / 2);
  } else table.fill(0, 0, size);
  mask = size - 1;
  groups = 0;
}

function gather(rows: Uint32Array, ends: Uint32Array, buckets: number): void {
  for (let bucket = 0, start = 0; bucket < buckets; bucket++) {
    const end = ends[bucket] ?? 0;
    if (end - start > 1) gatherBucket(rows, start, end);
    start = end;
  }
}

/** The rank of a row that has its group. */
const TOLD = 0xffffffff;

/** Most buckets hold one key, hardly any more than four. */
function gatherBucket(rows: Uint32Array, start: number, end: number): void {
  for (let one = start; one < end - 1; one++) {
    if (rows[3 * one + 2] === TOLD) continue;
    const high = rows[3 * one];
    const low = rows[3 * one + 1];
    const begin = starts[groups] ?? 0;
    let size = 0;
    let last = 0;
    let isSorted = true;
    for (let other = one; other < end; other++) {
      if (rows[3 * other] !== high || rows[3 * other + 1] !== low) continue;
      const rank = rows[3 * other + 2] ?? 0;
      rows[3 * other + 2] = TOLD;
      isSorted = isSorted && rank >= last;
      last = rank;
      members[begin + size++] = rank;
    }
    if (!isSorted) members.subarray(begin, begin + size).sort();
    if (size > 1) note(begin, size);
  }
}

/** Counts the group whose members were written last. */
function note(begin: number, size: number): void {
  let hash = size;
  for (let i = begin; i < begin + size; i++) hash = mix(Math.imul(hash, FACTOR) + (members[i] ?? 0));
  let slot = hash & mask;
  for (let known = table[slot] ?? 0; known !== 0; known = table[slot] ?? 0) {
    if (isSame(known - 1, begin, size)) {
      times[known - 1] = (times[known - 1] ?? 0) + 1;
      return;
    }
    slot = (slot + 1) & mask;
  }
  times[groups++] = 1;
  table[slot] = groups;
  starts[groups] = begin + size;
}

const FACTOR = 0x9e3779b1;

function isSame(group: number, begin: number, size: number): boolean {
  const start = starts[group] ?? 0;
  if ((starts[group + 1] ?? 0) - start !== size) return false;
  for (let i = 0; i < size; i++) if (members[start + i] !== members[begin + i]) return false;
  return true;
}
