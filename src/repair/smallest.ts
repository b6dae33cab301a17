import type { Edit } from '../core/document.js';

/**
 * The smallest edit that turns `[start, end)` of `text` into `insert`: what both have in common at either side is
 * left out, and no surrogate pair is cut. Nothing when they are equal. Offsets are UTF-16 code units.
 */
export function smallest(
  text: string,
  start: number,
  end: number,
  insert: string,
  by: string,
  note?: string,
): Edit | undefined {
  const shorter = Math.min(end - start, insert.length);
  let head = 0;
  while (head < shorter && text.charCodeAt(start + head) === insert.charCodeAt(head)) head++;
  if (head === end - start && head === insert.length) return undefined;
  if (head > 0 && isHigh(insert.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < shorter - head &&
    text.charCodeAt(end - 1 - tail) === insert.charCodeAt(insert.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLow(insert.charCodeAt(insert.length - tail))) tail--;
  const from = start + head;
  const to = end - tail;
  const removed = text.slice(from, to);
  const what = insert.slice(head, insert.length - tail);
  // Spelled out: a spread takes longer than all the rest.
  return note === undefined
    ? { start: from, end: to, removed, insert: what, by }
    : { start: from, end: to, removed, insert: what, by, note };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
