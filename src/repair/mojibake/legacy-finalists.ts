import { codeUnits } from '../../core/code-units.js';
import { cut, gainsOf, SAMPLE } from './legacy-gains.js';
import { LUKEWARM } from './legacy-peaks.js';
import { decode, encode, isLegible, LEGACY, unitsOf } from './legacy-pages.js';
import { gainOf, type Word } from './legacy-words.js';
import type { LetterModel } from './letters.js';
import { bytesOf } from './pages.js';
import { HOT } from './usual.js';

/** A page that text was written in, and the page that it was read as, by their places in LEGACY. */
export interface Pair {
  readonly written: number;
  readonly read: number;
}

/** Pairs of pages that are tried on the whole line. */
const FINALISTS = 4;
/** Nats gained from which a pair is tried on the whole line. */
const PROMISING = 4.5;

/** The pairs of pages that gain most on a sample of the line's words. */
export function finalists(line: string, words: readonly Word[], letters: LetterModel): Pair[] {
  const units = codeUnits(line);
  const strange = words.filter(
    ({ start, end, ascii, plain, peak: most }) =>
      !ascii && !plain && most > LUKEWARM && isLegible(units, start, end),
  );
  if (strange.reduce((sum, { peak: most }) => sum + most, 0) < HOT) return [];
  const sample: string[] = [];
  let length = 0;
  for (const word of strange.sort((a, b) => b.peak - a.peak)) {
    if (length >= SAMPLE) break;
    sample.push(cut(line, word.start, word.end));
    length += word.end - word.start;
  }
  // The strangest word has to be one of those that gain.
  const [strangest = '', ...others] = sample;
  const promising = gainsOf(strangest, letters);
  if (promising.length === 0) return [];
  const scored: { pair: Pair; gain: number }[] = [];
  const seen = new Set<string>();
  let last = -1;
  let isNew = false;
  let bytes: (Uint8Array | undefined)[] = [];
  for (const { read, written, gain: first } of promising) {
    const reader = LEGACY[read];
    const writer = LEGACY[written];
    if (!reader || !writer) continue;
    if (read !== last) {
      last = read;
      const table = bytesOf(reader);
      bytes = others.map(word => encode(word, table));
      const key = [encode(strangest, table), ...bytes]
        .map(one => (one ? Buffer.from(one).toString('latin1') : ''))
        .join(' ');
      isNew = !seen.has(key);
      seen.add(key);
    }
    if (!isNew) continue;
    const units = unitsOf(writer);
    let gain = first - reader.rarity - writer.rarity;
    bytes.forEach((one, i) => {
      const decoded = one && decode(one, writer, units);
      if (decoded !== undefined) gain += Math.max(0, gainOf(others[i] ?? '', decoded, letters));
    });
    if (gain >= PROMISING) scored.push({ pair: { written, read }, gain });
  }
  scored.sort((a, b) => b.gain - a.gain);
  return scored.slice(0, FINALISTS).map(({ pair }) => pair);
}
