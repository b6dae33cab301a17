import type { Bytes } from './pages.js';

/** A stretch `[start, end)` of a text whose bytes in a page are UTF-8, and what they say. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
}

/**
 * The longest stretch from `start` that, encoded in a page, is UTF-8 (RFC 3629) and ends where a character ends. It
 * holds no ASCII character of its own; an ASCII byte counts as part of a double-byte character (鈥檚 is E2 80 99 73: ’s).
 */
export function parseSpan(text: string, start: number, bytes: Bytes): Span | undefined {
  const points: number[] = [];
  let whole = 0; // how many of `points` belong to whole characters of the text
  let end = start;
  let point = 0;
  let missing = 0;
  let least = 0;
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const value = unit < 0x80 ? 0 : (bytes[unit] ?? 0);
    if (value === 0) break;
    let fits = true;
    for (let shift = value > 0xff ? 8 : 0; shift >= 0 && fits; shift -= 8) {
      const byte = (value >> shift) & 0xff;
      if (missing > 0) {
        fits = byte >= 0x80 && byte <= 0xbf;
        point = (point << 6) | (byte & 0x3f);
        if (--missing > 0) continue;
        fits &&= point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
        points.push(point);
      } else if (byte < 0x80) points.push(byte);
      else {
        missing = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
        least = missing === 1 ? 0x80 : missing === 2 ? 0x800 : 0x10000;
        point = byte & (0x3f >> missing);
        fits = byte >= 0xc2 && byte <= 0xf4;
      }
    }
    if (!fits) break;
    if (missing > 0) continue;
    whole = points.length;
    end = i + 1;
  }
  if (whole === 0) return undefined;
  let decoded = '';
  for (let i = 0; i < whole; i++) decoded += String.fromCodePoint(points[i] ?? 0);
  return { start, end, decoded };
}
