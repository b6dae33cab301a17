import { hashSet } from './hash-set.js';
import { mix, type UnitHashes } from './units.js';

/** Units in a shingle: five words tell prose apart, and five letters of Chinese or Thai are about two words. */
export const SHINGLE_UNITS = 5;

const BASE = 0x9e3779b1 | 0;
const OTHER_BASE = 0x85ebca77 | 0;
/** `BASE` to the power of `SHINGLE_UNITS - 1`, modulo 2^32. */
const TOP = Math.imul(Math.imul(BASE, BASE), Math.imul(BASE, BASE));

let scratch = new Uint32Array(1024);

/** How many shingles a text of `count` units has, repeated ones included; a short text is one shingle. */
export function shingleCount(count: number): number {
  return Math.max(1, count - SHINGLE_UNITS + 1);
}

/** The hash of each shingle in the text's order (a polynomial in 2^32 that rolls along). Valid until the next call. */
export function shingleHashes({ count, hashes: units }: UnitHashes): Uint32Array {
  const total = shingleCount(count);
  if (scratch.length < total) scratch = new Uint32Array(total * 2);
  roll(units, Math.min(count, SHINGLE_UNITS), total, scratch);
  return scratch.subarray(0, total);
}

function roll(units: Uint32Array, head: number, total: number, hashes: Uint32Array): void {
  let sum = 0;
  for (let i = 0; i < head; i++) sum = (Math.imul(sum, BASE) + (units[i] ?? 0)) | 0;
  hashes[0] = mix(sum);
  for (let i = 1; i < total; i++) {
    const others = (sum - Math.imul(units[i - 1] ?? 0, TOP)) | 0;
    sum = (Math.imul(others, BASE) + (units[i + head - 1] ?? 0)) | 0;
    hashes[i] = mix(sum);
  }
}

/** A second hash of the shingle at `i`: together 64 bits. */
export function secondHash({ count, hashes }: UnitHashes, i: number): number {
  let sum = 0;
  const end = Math.min(count, i + SHINGLE_UNITS);
  for (let j = i; j < end; j++) sum = Math.imul(sum ^ (hashes[j] ?? 0), OTHER_BASE) + j - i;
  return mix(sum);
}

let distinct = new Uint32Array(1024);

/**
 * The set of a text's shingles: their hashes, each once, where they come first; 1 for 0.
 * @param keep copies what it is given, which is written over later.
 */
export function shingleSet(hashes: Uint32Array, keep = copy): Uint32Array {
  if (distinct.length < hashes.length) distinct = new Uint32Array(2 * hashes.length);
  table.clear(hashes.length);
  held = keep(distinct, table.addAll(hashes, distinct));
  return held;
}

/** What holds the first words of an array for longer. */
export type Keep = (words: Uint32Array, count: number) => Uint32Array;

const copy: Keep = (words, count) => words.slice(0, count);

/**
 * How many hashes two sets share, or 0 where they are fewer than `least`. Quickest where the first is the same as before.
 */
export function shared(left: Uint32Array, right: Uint32Array, least: number): number {
  if (held !== left) {
    // Its hashes are distinct already.
    table.clear(left.length);
    table.addAll(left, distinct);
    held = left;
  }
  const common = right.length - table.missing(right, right.length - least);
  return common < least ? 0 : common;
}

const table = hashSet();
/** The set that the table holds, if it is one. */
let held: Uint32Array | undefined;
