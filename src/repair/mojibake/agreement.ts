import { type Bytes, bytesOf, charactersOf, PAGES } from './pages.js';
import { lowest } from './rarity.js';

const tables: Bytes[] = [];

export function bytesAt(index: number): Bytes {
  const table = tables[index];
  if (table) return table;
  const page = PAGES[index];
  return page ? (tables[index] = bytesOf(page)) : NO_BYTES;
}

const NO_BYTES: Bytes = new Uint16Array(0);

/** Of `pages`, those that read `units[start, seen]` as the same bytes as `page`. */
export function alike(units: Uint16Array, start: number, seen: number, page: number, pages: number): number {
  // Two double-byte pages hardly ever do, and have many characters.
  if (PAGES[page]?.double) return alikeOf(units, start, seen, page, pages);
  const agree = agreement(page);
  let same = pages;
  for (let i = start; i <= seen && same !== 0; i++) same &= agree[units[i] ?? 0] ?? 0;
  return same;
}

function alikeOf(units: Uint16Array, start: number, seen: number, page: number, pages: number): number {
  const bytes = bytesAt(page);
  let same = 0;
  for (let left = pages; left !== 0; left &= left - 1) {
    const others = bytesAt(lowest(left));
    let i = start;
    while (i <= seen && bytes[units[i] ?? 0] === others[units[i] ?? 0]) i++;
    if (i > seen) same |= left & -left;
  }
  return same;
}

const agreements: Int32Array[] = [];

/** For each UTF-16 unit the single-byte pages that have the same byte for it as this one. */
export function agreement(index: number): Int32Array {
  const known = agreements[index];
  if (known) return known;
  const agree = (agreements[index] = new Int32Array(0x10000));
  const own = PAGES[index];
  const peers = PAGES.flatMap((page, other) => (page.double ? [] : [{ page, other }]));
  agree.fill(peers.reduce((bits, { other }) => bits | (1 << other), 0));
  const bytes = bytesAt(index);
  for (const { page, other } of peers) {
    const others = bytesAt(other);
    for (const units of own ? [charactersOf(page), charactersOf(own)] : [])
      for (const unit of units)
        if (bytes[unit] !== others[unit]) agree[unit] = (agree[unit] ?? 0) & ~(1 << other);
  }
  return agree;
}
