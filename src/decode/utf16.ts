import iconv from 'iconv-lite';
import { detect } from './detect.js';

export type Utf16 = 'utf-16le' | 'utf-16be';

const SAMPLE_BYTES = 4096;
const MIN_BYTES = 8;

/** The order of a byte order mark of UTF-16, if the bytes begin with one. */
export function markOf(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * UTF-16 without a mark. Its line ends and spaces hold a zero byte, which other text never does; which order it is
 * the letters tell.
 */
export function guessUtf16(bytes: Buffer): Utf16 | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < MIN_BYTES || !sample.includes(0)) return undefined;
  const zeros = sample.reduce((n, byte) => n + (byte === 0 ? 1 : 0), 0);
  // Zeros throughout are no text.
  if (zeros > sample.length * MAX_ZEROS) return undefined;
  const even = sample.subarray(0, sample.length & ~1);
  const { charset } = detect(even);
  if (charset !== 'utf-16le' && charset !== 'utf-16be') return undefined;
  const text = iconv.decode(even, charset);
  const strange = text.match(NO_TEXT)?.length ?? 0;
  return strange > text.length * MAX_STRANGE ? undefined : charset;
}

/** What no text holds, and any other bytes hold as UTF-16: one unit in six of random ones. */
const NO_TEXT = /[\p{Cn}\p{Co}\p{Cs}\ufffd\0-\x08\x0e-\x1f]/gu;
/** A file may end in half a character, or hold a few icons of a font's own. */
const MAX_STRANGE = 0.03;

const MAX_ZEROS = 0.55;
