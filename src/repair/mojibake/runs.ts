import type { Reading } from './readings.js';

/**
 * Runs that were met lately, from ASCII to ASCII, and what they can be read as so far: each has its one place. Those of a
 * text come back, and a reading takes long. Longer ones are met once.
 */
const BITS = 14;
const LONGEST = 32;
const lengths = new Uint8Array(1 << BITS);
const stored = new Uint16Array(LONGEST << BITS);
const readings = new Array<Reading[] | undefined>(1 << BITS).fill(undefined);

/** What is known of the run that starts at `start`, to add to; something new where it is long. */
export function readingsAt(units: Uint16Array, start: number): Reading[] {
  let hash = 0;
  let end = start;
  for (let unit = 0; end < units.length && (unit = units[end] ?? 0) >= 0x80; end++) {
    if (end - start === LONGEST) return [];
    hash = Math.imul(hash ^ unit, 0x9e3779b1);
  }
  const place = (hash ^ (hash >>> 15)) & ((1 << BITS) - 1);
  const known = readings[place];
  if (known && isStored(place, units, start, end)) return known;
  lengths[place] = end - start;
  for (let i = start; i < end; i++) stored[place * LONGEST + i - start] = units[i] ?? 0;
  return (readings[place] = []);
}

function isStored(place: number, units: Uint16Array, start: number, end: number): boolean {
  if (lengths[place] !== end - start) return false;
  const from = place * LONGEST - start;
  for (let i = start; i < end; i++) if (stored[from + i] !== units[i]) return false;
  return true;
}
