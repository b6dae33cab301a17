import { binsFor, type MakeBins } from './bins.js';
import type { RankedKeys } from './duplicates.js';
import { KEY_WORDS } from './exact-key.js';
import type { RankedDuplicates } from './ranked-duplicates.js';

/** The words of a key, and the rank. */
const WIDTH = KEY_WORDS + 1;
const RANK = KEY_WORDS;

/** Finds the keeper of each exact duplicate: the first rank with its key, and in its scope. */
export function exactDuplicates(
  keys: Iterable<RankedKeys>,
  documents: number,
  scope: Uint32Array | undefined,
  makeBins: MakeBins,
  duplicates: RankedDuplicates,
): void {
  const bins = makeBins('exact', binsFor(documents));
  const row = new Uint32Array(WIDTH);
  for (const { rank, exact } of keys) {
    if (!exact) continue;
    for (let i = 0; i < KEY_WORDS; i++) row[i] = exact[i] ?? 0;
    row[RANK] = rank;
    bins.push((exact[KEY_WORDS - 1] ?? 0) % bins.count, row);
  }
  for (let bin = 0; bin < bins.count; bin++) inBin(bins.read(bin), scope, duplicates);
}

function inBin(rows: Uint32Array, scope: Uint32Array | undefined, duplicates: RankedDuplicates): void {
  // Where the row of each key's first rank ends (open addressing).
  const table = new Uint32Array(2 ** Math.ceil(Math.log2((2 * rows.length) / WIDTH + 1)));
  const rankAt = (end: number): number => rows[end - WIDTH + RANK] ?? 0;
  for (let end = WIDTH; end <= rows.length; end += WIDTH) {
    const slot = slotOf(rows, end, table, scope);
    const known = table[slot] ?? 0;
    if (known === 0 || rankAt(end) < rankAt(known)) table[slot] = end;
  }
  for (let end = WIDTH; end <= rows.length; end += WIDTH) {
    const first = table[slotOf(rows, end, table, scope)] ?? 0;
    if (first === end) continue;
    const [rank, keeper] = [rankAt(end), rankAt(first)];
    duplicates.set({ rank, keeper, how: 'exact', jaccard: 1, containment: 1 });
  }
}

/** The slot of a row's key, or the free one that it may have. */
function slotOf(rows: Uint32Array, end: number, table: Uint32Array, scope: Uint32Array | undefined): number {
  const mask = table.length - 1;
  let slot = (rows[end - WIDTH] ?? 0) & mask;
  for (let other = table[slot] ?? 0; other !== 0; other = table[slot] ?? 0) {
    if (isSame(rows, end - WIDTH, other - WIDTH, scope)) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function isSame(rows: Uint32Array, a: number, b: number, scope: Uint32Array | undefined): boolean {
  for (let i = 0; i < KEY_WORDS; i++) if (rows[a + i] !== rows[b + i]) return false;
  return scope === undefined || scope[rows[a + RANK] ?? 0] === scope[rows[b + RANK] ?? 0];
}
