import type { Bytes } from './pages.js';
import { reserve, type Scratch, scratch } from './units.js';

/** A stretch of a text whose bytes in a page are UTF-8. */
export interface Span {
  /** Where it starts if there is none. */
  readonly end: number;
  /** The last unit that was looked at; what stands behind it makes no difference. */
  readonly seen: number;
  /** What the bytes say. Written over by the next call of `parseSpan` with the same room. */
  readonly decoded: Scratch;
}

interface Room extends Span {
  end: number;
  seen: number;
}

export function span(): Room {
  return { end: 0, seen: 0, decoded: scratch() };
}

const usual = span();

/**
 * The longest stretch from `start` that, encoded in a page, is UTF-8 (RFC 3629) and ends where a character ends. It
 * holds no ASCII character of its own; an ASCII byte counts as part of a double-byte character (鈥檚 is E2 80 99 73: ’s).
 */
export function parseSpan(
  units: Uint16Array,
  start: number,
  bytes: Bytes,
  to = units.length,
  room = usual,
): Span {
  let out = room.decoded.units;
  let written = 0;
  let whole = 0; // how much of `out` belongs to whole characters of the text
  let end = start;
  let point = 0;
  let missing = 0;
  let least = 0;
  let i = start;
  for (; i < to; i++) {
    const unit = units[i] ?? 0;
    const value = unit < 0x80 ? 0 : (bytes[unit] ?? 0);
    if (value === 0) break;
    // The two bytes of one unit may end a character of two units and be an ASCII character.
    if (written + 3 > out.length) {
      const old = out;
      out = reserve(room.decoded, 2 * old.length);
      out.set(old);
    }
    let fits = true;
    for (let shift = value > 0xff ? 8 : 0; shift >= 0 && fits; shift -= 8) {
      const byte = (value >> shift) & 0xff;
      if (missing > 0) {
        fits = byte >= 0x80 && byte <= 0xbf;
        point = (point << 6) | (byte & 0x3f);
        if (--missing > 0) continue;
        fits &&= point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
        if (point > 0xffff) {
          out[written++] = 0xd7c0 + (point >> 10);
          out[written++] = 0xdc00 | (point & 0x3ff);
        } else out[written++] = point;
      } else if (byte < 0x80) out[written++] = byte;
      else {
        missing = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
        least = missing === 1 ? 0x80 : missing === 2 ? 0x800 : 0x10000;
        point = byte & (0x3f >> missing);
        fits = byte >= 0xc2 && byte <= 0xf4;
      }
    }
    if (!fits) break;
    if (missing > 0) continue;
    whole = written;
    end = i + 1;
  }
  room.end = end;
  room.seen = Math.min(i, to - 1);
  room.decoded.length = whole;
  return room;
}
