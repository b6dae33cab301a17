import type { Pair } from './legacy-finalists.js';
import { decode, encode, LEGACY, pagesOf, type Units, unitsOf } from './legacy-pages.js';
import { asSeen, gainOf } from './legacy-words.js';
import { costAfter, type LetterModel, wordCost } from './letters.js';
import { memo } from './memo.js';
import { bytesOf, type Page } from './pages.js';

/** A pair of pages, and the nats that a word gains when it is undone. */
export interface Gain extends Pair {
  readonly gain: number;
}

/** UTF-16 units of a word that say enough of a page to set it aside, and nats that they may be dearer than their share. */
const ENOUGH = 24;
const SLACK = 12;

const known = memo<readonly Gain[]>(1 << 14);

/** The pairs of pages from which a word gains, by the page it was read as. */
export function gainsOf(word: string, letters: LetterModel): readonly Gain[] {
  return known(word, () => find(word, letters));
}

/** UTF-16 units of a word that the pages are chosen by. */
export const SAMPLE = 120;

export function cut(line: string, start: number, end: number): string {
  return line.slice(start, Math.min(end, start + SAMPLE));
}

function find(word: string, letters: LetterModel): Gain[] {
  const cost = wordCost(letters, asSeen(word));
  const found: Gain[] = [];
  const seen = new Map<string, readonly Gain[]>();
  for (const read of pagesOf(word)) {
    const reader = LEGACY[read];
    const bytes = reader && encode(word, bytesOf(reader));
    if (!bytes) continue;
    const key = Buffer.from(bytes).toString('latin1');
    let gains = seen.get(key);
    if (gains === undefined) seen.set(key, (gains = writersOf(word, bytes, cost, letters)));
    for (const { written, gain } of gains) if (written !== read) found.push({ written, read, gain });
  }
  return found;
}

/** The pages that bytes may have been written in. */
function writersOf(word: string, bytes: Uint8Array, cost: number, letters: LetterModel): Gain[] {
  const found: Gain[] = [];
  LEGACY.forEach((writer, written) => {
    const units = unitsOf(writer);
    if (!isCheaper(bytes, writer, units, cost, letters)) return;
    const decoded = decode(bytes, writer, units);
    const gain = decoded === undefined ? 0 : gainOf(word, decoded, letters);
    if (gain > 0) found.push({ read: -1, written, gain });
  });
  return found;
}

/**
 * Whether bytes may cost less in a page than `most` nats: stops where they are dearer, by far already than their share of it,
 * or where the page lacks them.
 */
function isCheaper(
  bytes: Uint8Array,
  { double }: Page,
  units: Units,
  most: number,
  letters: LetterModel,
): boolean {
  let sum = 0;
  let before = 32;
  let last = 32;
  const each = most / bytes.length;
  for (let i = 0, length = 0; i < bytes.length && length < ENOUGH; i++, length++) {
    const byte = bytes[i] ?? 0;
    let now = byte < 0x80 ? byte : (units[byte] ?? 0);
    if (now === 0 && double && i + 1 < bytes.length) now = units[(byte << 8) | (bytes[++i] ?? 0)] ?? 0;
    if (now === 0 || (now >= 0x80 && now < 0xa0)) return false;
    sum += costAfter(letters, before, last, now);
    if (sum > Math.min(most, SLACK + each * (i + 1))) return false;
    before = last;
    last = now;
  }
  return true;
}
