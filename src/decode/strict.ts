import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Lost } from '../core/document.js';
import { codePointLength } from '../core/offsets.js';
import { LOST, PAGES, tableOf } from './pages.js';

/** A text and the bytes of which nothing could be made: a U+FFFD stands for each stretch. */
export interface Strict {
  readonly text: string;
  readonly lost: readonly Lost[];
}

/** Half of a surrogate pair. */
const HALF = /\p{Surrogate}/u;
const HALVES = /\p{Surrogate}/gu;

/** Whether `decodeAs` knows the charset. */
export function isCharset(name: string): boolean {
  return iconv.encodingExists(name);
}

/** Bytes to text in a charset that is known, whatever the bytes are. Byte order marks are text here. */
export function decodeAs(bytes: Buffer, charset: string): Strict {
  const name = charset.toLowerCase();
  if (/^utf-?8$/.test(name))
    return isUtf8(bytes) ? all(bytes.toString('utf8')) : walk(bytes, utf8Length, utf8);
  const page = PAGES.find(known => known.name === name);
  const codec = page?.iconv ?? name;
  if (name === 'windows-1252') return all(Array.from(bytes, byte => tableOf(name)[byte] ?? '').join(''));
  const text = iconv.decode(bytes, codec, { stripBOM: false });
  const isWide = /^(?:utf-?16|ucs-?2)/.test(name);
  if (isWide ? !HALF.test(text) && bytes.length % 2 === 0 : !text.includes(LOST)) return all(text);
  if (isWide) return wide(bytes, text);
  const decode = (slice: Buffer): string => iconv.decode(slice, codec, { stripBOM: false });
  return walk(bytes, (_, at) => charLength(bytes, at, decode), decode);
}

function all(text: string): Strict {
  return { text, lost: [] };
}

/** Decodes stretches of characters at once; what has no character is put aside, as browsers would skip it. */
function walk(
  bytes: Buffer,
  lengthAt: (bytes: Buffer, at: number) => number,
  decode: (slice: Buffer) => string,
): Strict {
  const pieces: string[] = [];
  const lost: Lost[] = [];
  let from = 0;
  let points = 0;
  const take = (text: string): void => {
    pieces.push(text);
    points += codePointLength(text);
  };
  for (let i = 0; i < bytes.length;) {
    const length = (bytes[i] ?? 0) < 0x80 ? 1 : lengthAt(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    take(decode(bytes.subarray(from, i)));
    lost.push({ at: points, bytes: bytes.toString('hex', i, i - length) });
    take(LOST);
    i -= length;
    from = i;
  }
  take(decode(bytes.subarray(from)));
  return { text: pieces.join(''), lost };
}

/** Bytes of the character at `at`; where there is none, minus the bytes to skip. */
function charLength(bytes: Buffer, at: number, decode: (slice: Buffer) => string): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    const char = decode(bytes.subarray(at, at + length));
    if (!char.includes(LOST) && [...char].length === 1) return length;
  }
  const lead = bytes[at] ?? 0;
  return lead > 0x80 && lead < 0xff && (bytes[at + 1] ?? 0) >= 0x80 && isDouble(decode) ? -2 : -1;
}

/** A page whose bytes beyond ASCII come in pairs takes both of a pair that means nothing. */
function isDouble(decode: (slice: Buffer) => string): boolean {
  return decode(Buffer.of(0xb0, 0xa1)).length === 1;
}

function utf8(slice: Buffer): string {
  return slice.toString('utf8');
}

function utf8Length(bytes: Buffer, at: number): number {
  const length = sequenceLength(bytes, at);
  return length > 0 ? length : -Math.max(1, prefixLength(bytes, at));
}

/** Length in bytes of the valid UTF-8 sequence of two or more at `at`, or 0. */
export function sequenceLength(bytes: Buffer, at: number): number {
  const length = expectedLength(bytes[at] ?? 0);
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/** How many bytes at `at` begin a UTF-8 sequence that is cut short; 0 when none does. */
export function prefixLength(bytes: Buffer, at: number): number {
  const expected = expectedLength(bytes[at] ?? 0);
  let length = 1;
  while (length < expected && (bytes[at + length] ?? 0) >> 6 === 2) length++;
  return expected > 0 && length < expected ? length : 0;
}

function expectedLength(lead: number): number {
  return lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

/** Half a pair is lost, and so is a last odd byte. */
function wide(bytes: Buffer, text: string): Strict {
  const lost: Lost[] = [];
  const whole = bytes.length & ~1;
  const units = text.slice(0, whole / 2);
  let points = 0;
  for (let i = 0; i < units.length; i++, points++) {
    const point = units.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    else if (point >= 0xd800 && point < 0xe000)
      lost.push({ at: points, bytes: bytes.toString('hex', 2 * i, 2 * i + 2) });
  }
  const wellFormed = units.replace(HALVES, LOST);
  if (whole === bytes.length) return { text: wellFormed, lost };
  lost.push({ at: points, bytes: bytes.toString('hex', whole) });
  return { text: wellFormed + LOST, lost };
}
