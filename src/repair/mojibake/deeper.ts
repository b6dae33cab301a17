import { bytesAt } from './agreement.js';
import { parseSpan, span } from './parse.js';
import { lowest } from './rarity.js';
import { scanTables } from './scan.js';

const room = span();

/** Whether a page reads something in `units[from, to)` by itself as UTF-8. */
export function mayBeMisread(units: Uint16Array, from: number, to: number): boolean {
  const { whole, opens, goesOn, within } = scanTables(0);
  let last = 0;
  for (let i = from; i < to; i++) {
    const unit = units[i] ?? 0;
    if (unit >= 0x80) {
      if (unit >= 0x3400) scanTables(unit);
      const next = i + 1 < to ? (units[i + 1] ?? 0) : 0;
      const pages = ((whole[unit] ?? 0) | ((opens[unit] ?? 0) & (goesOn[next] ?? 0))) & ~(within[last] ?? 0);
      for (let left = pages; left !== 0; left &= left - 1) {
        const page = lowest(left);
        const { end } = parseSpan(units, i, bytesAt(page), to, room);
        if (end > i && (end === to || ((within[units[end] ?? 0] ?? 0) & (1 << page)) === 0)) return true;
      }
    }
    last = unit;
  }
  return false;
}
