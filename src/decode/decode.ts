import { isUtf8 } from 'node:buffer';
import type { Lost } from '../core/document.js';
import type { Detected } from './detect.js';
import { decodeLegacy } from './legacy.js';
import { decodeAs } from './strict.js';
import { guessUtf16, markOf } from './utf16.js';

export interface Decoded {
  readonly text: string;
  /** The name of the charset as the IANA writes it in lower case, or several with `+` between where lines differ. */
  readonly charset: string;
  /** How sure the charset is, from 0 to 1; 1 where a mark, the bytes' form or the user says it. */
  readonly score: number;
  /** Bytes of which nothing could be made; a U+FFFD stands for each. */
  readonly lost: readonly Lost[];
}

export interface DecodeOptions {
  /** What the user says the charset is. */
  readonly forced?: string | undefined;
  /** What the file around these bytes is in, where they are no UTF-8. */
  readonly around?: Detected | undefined;
}

/**
 * Bytes to text; never throws, and no byte is lost in silence. A byte order mark decides and is not part of the text;
 * then what the user says; then UTF-8 where it fits; then UTF-16 by its zeros; else legacy charsets, line by line, by
 * which of them makes text of the bytes.
 */
export function decode(bytes: Buffer, { forced, around }: DecodeOptions = {}): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return decodeNoMark(bytes.subarray(3), { forced: forced && UTF_8, around });
  const marked = markOf(bytes);
  if (marked !== undefined) return known(bytes.subarray(2), marked);
  return decodeNoMark(bytes, { forced, around });
}

const UTF_8 = 'utf-8';

function decodeNoMark(bytes: Buffer, { forced, around }: DecodeOptions): Decoded {
  if (forced !== undefined) return known(bytes, forced);
  const wide = bytes.includes(0) ? guessUtf16(bytes) : undefined;
  if (wide !== undefined) return known(bytes, wide);
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), charset: UTF_8, score: 1, lost: NONE };
  return decodeLegacy(bytes, around);
}

const NONE: readonly Lost[] = [];

function known(bytes: Buffer, charset: string): Decoded {
  return { ...decodeAs(bytes, charset), charset, score: 1 };
}
