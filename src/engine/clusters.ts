import type { RankedDuplicate, RankedDuplicates } from '../settle/ranked-duplicates.js';
import type { DocumentTable } from './document-table.js';

const CLUSTERS_SHOWN = 100;
const SAMPLES = 5;

/**
 * The largest clusters of duplicates, one a line: the document that stays, how many go, and the least similar of them,
 * where a mistake would show first.
 */
export function clusterLines({ id, byRank }: DocumentTable, duplicates: RankedDuplicates): string {
  const sizes = new Uint32Array(byRank.length);
  for (const { keeper } of duplicates.all()) sizes[keeper] = (sizes[keeper] ?? 0) + 1;
  const clusters = new Map(largest(sizes).map((keeper): [number, RankedDuplicate[]] => [keeper, []]));
  for (const one of duplicates.all()) clusters.get(one.keeper)?.push(one);
  const idOf = (rank: number): string => id(byRank[rank] ?? 0);
  return [...clusters]
    .map(([keeper, members]) => {
      const exact = members.filter(({ how }) => how === 'exact').length;
      const samples = [...members]
        .sort((a, b) => a.jaccard - b.jaccard || a.rank - b.rank)
        .slice(0, SAMPLES)
        .map(({ rank, jaccard, containment }) => ({ id: idOf(rank), similarity: jaccard, containment }));
      return `${JSON.stringify({ id: idOf(keeper), duplicates: members.length, exact, samples })}\n`;
    })
    .join('');
}

/** The keepers of the largest clusters: larger ones first, and of two of a size the one that ranks higher. */
function largest(sizes: Uint32Array): number[] {
  const sizeOf = (keeper: number): number => sizes[keeper] ?? 0;
  const found: number[] = [];
  for (let keeper = 0; keeper < sizes.length; keeper++) {
    const size = sizeOf(keeper);
    const last = found[CLUSTERS_SHOWN - 1];
    if (size === 0 || (last !== undefined && sizeOf(last) >= size)) continue;
    const place = found.findIndex(other => sizeOf(other) < size);
    found.splice(place < 0 ? found.length : place, 0, keeper);
    found.splice(CLUSTERS_SHOWN);
  }
  return found;
}
