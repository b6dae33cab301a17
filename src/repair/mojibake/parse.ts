import type { Bytes } from './pages.js';

/** A stretch `[start, end)` of a text whose bytes in a page are UTF-8, and what they say. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
}

/**
 * The longest stretch from `start` that, encoded in a page, is UTF-8 and ends where a character ends. It holds no
 * ASCII character of its own; an ASCII byte counts as part of a double-byte character (鈥檚 is E2 80 99 73: ’s).
 */
export function parseSpan(text: string, start: number, bytes: Bytes): Span | undefined {
  let end = 0;
  let decoded = '';
  let pending = '';
  let point = 0;
  let missing = 0;
  let least = 0;
  // Feeds one byte to the UTF-8 decoder (RFC 3629); false when it does not fit.
  const feed = (byte: number): boolean => {
    if (missing > 0) {
      if (byte < 0x80 || byte > 0xbf) return false;
      point = (point << 6) | (byte & 0x3f);
      if (--missing > 0) return true;
      if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return false;
      pending += String.fromCodePoint(point);
      return true;
    }
    if (byte < 0x80) pending += String.fromCharCode(byte);
    else if (byte >= 0xc2 && byte <= 0xdf) [point, missing, least] = [byte & 0x1f, 1, 0x80];
    else if (byte >= 0xe0 && byte <= 0xef) [point, missing, least] = [byte & 0xf, 2, 0x800];
    else if (byte >= 0xf0 && byte <= 0xf4) [point, missing, least] = [byte & 7, 3, 0x10000];
    else return false;
    return true;
  };
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const value = unit < 0x80 ? 0 : (bytes[unit] ?? 0);
    if (value === 0) break;
    if (value > 0xff && !feed(value >> 8)) break;
    if (!feed(value & 0xff)) break;
    if (missing > 0) continue;
    decoded += pending;
    pending = '';
    end = i + 1;
  }
  return end === 0 ? undefined : { start, end, decoded };
}
