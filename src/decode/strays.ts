import type { Lost } from '../core/document.js';
import { codePointLength } from '../core/offsets.js';
import { detect } from './detect.js';
import { costOf, histogram } from './model.js';
import { LOST, tableOf } from './pages.js';
import { prefixLength, sequenceLength } from './strict.js';

/** Text in another charset has hardly any valid sequence by chance: this many bytes of them to one stray are UTF-8. */
const BYTES_TO_A_STRAY = 3;

/** Whether bytes are UTF-8 in which a few bytes went wrong, not text of another charset. */
export function looksLikeUtf8(bytes: Buffer): boolean {
  let valid = 0;
  let strays = 0;
  for (let i = 0; i < bytes.length;) {
    if ((bytes[i] ?? 0) < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    valid += length;
    if (length === 0) strays++;
    i += Math.max(1, length);
  }
  if (strays === 0 || valid < strays) return false;
  if (valid >= strays * BYTES_TO_A_STRAY) return true;
  return costOf(histogram(decodeStrays(bytes).text)) < detect(bytes).cost;
}

/**
 * UTF-8 with bytes that are none: the first bytes of a sequence that is cut short are lost, every other byte above
 * 0x7F is windows-1252.
 */
export function decodeStrays(bytes: Buffer): { text: string; charset: string; lost: readonly Lost[] } {
  const table = tableOf('windows-1252');
  const pieces: string[] = [];
  const lost: Lost[] = [];
  let points = 0;
  let from = 0;
  let foreign = false;
  const take = (text: string): void => {
    pieces.push(text);
    points += codePointLength(text);
  };
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] ?? 0;
    const length = byte < 0x80 ? 1 : sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    take(bytes.toString('utf8', from, i));
    const cut = prefixLength(bytes, i);
    if (cut > 1) {
      lost.push({ at: points, bytes: bytes.toString('hex', i, i + cut) });
      take(LOST);
      i += cut;
    } else {
      take(table[byte] ?? '');
      foreign = true;
      i++;
    }
    from = i;
  }
  take(bytes.toString('utf8', from));
  return { text: pieces.join(''), charset: foreign ? 'utf-8+windows-1252' : 'utf-8', lost };
}
