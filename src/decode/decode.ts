import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeMixed } from './mixed.js';

export interface Decoded {
  readonly text: string;
  /** The name of the charset as the IANA writes it in lower case, or `utf-8+windows-1252` where both stand in one record. */
  readonly charset: string;
}

/**
 * Bytes to text. A byte order mark decides and is not part of the text; then UTF-8 where it fits; then UTF-16 where
 * every other byte is zero; else bytes that are no UTF-8 are windows-1252, decoded as browsers do
 * (https://encoding.spec.whatwg.org: undefined bytes become C1 controls).
 */
export function decode(bytes: Buffer): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeNoMark(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: utf16(bytes.subarray(2), 'utf-16le'), charset: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: utf16(bytes.subarray(2), 'utf-16be'), charset: 'utf-16be' };
  const wide = guessUtf16(bytes);
  return wide === undefined ? decodeNoMark(bytes) : { text: utf16(bytes, wide), charset: wide };
}

function decodeNoMark(bytes: Buffer): Decoded {
  return isUtf8(bytes) ? { text: bytes.toString('utf8'), charset: 'utf-8' } : decodeMixed(bytes);
}

function utf16(bytes: Buffer, charset: Utf16): string {
  return iconv.decode(bytes, charset, { stripBOM: false });
}

export type Utf16 = 'utf-16le' | 'utf-16be';

const SAMPLE_BYTES = 4096;

/** UTF-16 without a mark: text in ASCII's languages has a zero in nearly every other byte, and none in the rest. */
export function guessUtf16(bytes: Uint8Array): Utf16 | undefined {
  const length = Math.min(bytes.length & ~1, SAMPLE_BYTES);
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  return undefined;
}
