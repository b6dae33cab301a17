import { decode, encode, isInAnyPage, LEGACY, pagesOf, type Units, unitsOf } from './legacy-pages.js';
import { gainOf, type Word } from './legacy-words.js';
import { costAfter, type LetterModel } from './letters.js';
import { bytesOf, type Page } from './pages.js';
import { HOT } from './usual.js';

/** A page that text was written in, and the page that it was read as, by their places in LEGACY. */
export interface Pair {
  readonly written: number;
  readonly read: number;
}

const LUKEWARM = 1.5;
/** UTF-16 units around the strangest place of a line that the pages are chosen by. */
const SAMPLE = 120;
/** Pairs of pages that are tried on the whole line. */
const FINALISTS = 4;
/** Nats gained from which a pair is tried on the whole line. */
const PROMISING = 4.5;

/** UTF-16 units of a word that say enough of a page to set it aside. */
const ENOUGH = 24;

/** Whether bytes may cost less in a page than `most` nats: stops where they are dearer, or where the page lacks them. */
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
  for (let i = 0, length = 0; i < bytes.length && length < ENOUGH; i++, length++) {
    const byte = bytes[i] ?? 0;
    let now = byte < 0x80 ? byte : (units[byte] ?? 0);
    if (now === 0 && double && i + 1 < bytes.length) now = units[(byte << 8) | (bytes[++i] ?? 0)] ?? 0;
    if (now === 0 || (now >= 0x80 && now < 0xa0)) return false;
    sum += costAfter(letters, before, last, now);
    if (sum > most) return false;
    before = last;
    last = now;
  }
  return true;
}

/** The pairs of pages that gain most on a sample of the line's words. */
export function finalists(line: string, words: readonly Word[], letters: LetterModel): Pair[] {
  const strange = words.filter(
    ({ start, end, ascii, plain, peak: most }) =>
      !ascii && !plain && most > LUKEWARM && isInAnyPage(line.slice(start, end)),
  );
  const sample: Word[] = [];
  let length = 0;
  for (const word of strange.sort((a, b) => b.peak - a.peak)) {
    if (length >= SAMPLE) break;
    sample.push(word);
    length += word.end - word.start;
  }
  if (strange.reduce((sum, { peak: most }) => sum + most, 0) < HOT) return [];
  const seen = new Set<string>();
  const scored: { pair: Pair; gain: number }[] = [];
  const [strangest] = sample;
  for (const read of strangest ? pagesOf(cut(line, strangest)) : []) {
    const reader = LEGACY[read];
    if (!reader) continue;
    const bytes = sample.map(word => encode(cut(line, word), bytesOf(reader)));
    const key = bytes.map(one => (one ? Buffer.from(one).toString('latin1') : '')).join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    LEGACY.forEach((writer, written) => {
      if (written === read) return;
      const units = unitsOf(writer);
      const [first] = bytes;
      // The strangest word has to be one of those that gain.
      if (!first || !isCheaper(first, writer, units, strange[0]?.cost ?? 0, letters)) return;
      let gain = 0;
      bytes.forEach((one, i) => {
        const word = sample[i];
        if (i > 0 && gain === 0) return;
        const decoded = one && word && decode(one, writer, units);
        if (decoded === undefined || !word) return;
        gain += Math.max(0, gainOf(cut(line, word), decoded, letters));
      });
      gain -= reader.rarity + writer.rarity;
      if (gain >= PROMISING) scored.push({ pair: { written, read }, gain });
    });
  }
  scored.sort((a, b) => b.gain - a.gain);
  return scored.slice(0, FINALISTS).map(({ pair }) => pair);
}

function cut(line: string, { start, end }: Word): string {
  return line.slice(start, Math.min(end, start + SAMPLE));
}
