import { isKeptInvisible } from './invisible.js';
import { rtlFinder } from './direction.js';

const LF = 0x0a;
const CR = 0x0d;

/** Cleans a stretch of `text`; stretches must be asked for from left to right. */
export type Clean = (start: number, end: number) => string;

/** Drops and replaces what has no business in `text`; looks at both sides of a character before it decides. */
export function cleaner(text: string): Clean {
  const inRightToLeft = rtlFinder(text);
  return (start, end) => {
    let out = '';
    let last = characterBefore(text, start);
    for (let i = start; i < end; i++) {
      const point = text.codePointAt(i) ?? 0;
      const after = point > 0xffff ? i + 2 : i + 1;
      const kept = keep(point, i, after, last);
      out += kept;
      // NFC may make one letter of a mark and what is before it, or set the mark behind others.
      if (kept !== '' && !isLatinMark(point)) last = kept;
      i = after - 1;
    }
    return out;
  };

  function keep(point: number, at: number, after: number, last: string): string {
    if (point >= 0xd800 && point <= 0xdfff) return '\ufffd';
    if (isLineEnd(point)) return point === CR && text.charCodeAt(after) === LF ? '' : '\n';
    if (isDirectional(point)) return inRightToLeft(at) ? text.charAt(at) : '';
    return !isInvisible(point) || isKeptInvisible(point, last, text, after) ? text.slice(at, after) : '';
  }
}

function characterBefore(text: string, at: number): string {
  const pair = at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text.slice(Math.max(0, at - 1), at);
}

function isLatinMark(point: number): boolean {
  return point >= 0x300 && point <= 0x36f;
}

/** CR, VT, FF, NEL, LS, PS: each ends a line (Unicode 5.8). */
function isLineEnd(point: number): boolean {
  return (point >= 0x0b && point <= CR) || point === 0x85 || point === 0x2028 || point === 0x2029;
}

/** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
function isDirectional(point: number): boolean {
  return (
    point === 0x61c ||
    point === 0x200e ||
    point === 0x200f ||
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2066 && point <= 0x2069)
  );
}

/** Controls, zero-width characters, variation selectors, tags, noncharacters: gone unless their neighbours need them. */
function isInvisible(point: number): boolean {
  if (point < 0x300)
    return (
      (point < 0x20 && point !== 9 && point !== LF) || (point >= 0x7f && point <= 0x9f) || point === 0xad
    );
  if (point < 0x2070) return (point >= 0x200b && point <= 0x200d) || point >= 0x2060;
  if (point >= 0xfdd0 && point <= 0xfdef) return true;
  if (point >= 0xfe00 && point <= 0xfe0f) return true;
  if (point === 0xfeff || (point >= 0xfff9 && point <= 0xfffc)) return true;
  return (point & 0xfffe) === 0xfffe || (point >= 0xe0000 && point <= 0xe0fff);
}
