import type { RankedDuplicate, RankedDuplicates } from '../settle/ranked-duplicates.js';
import type { DocumentTable } from './document-table.js';

const CLUSTERS_SHOWN = 100;
const SAMPLES = 5;

/**
 * The largest clusters of duplicates, one a line: the document that stays, how many go, and the least similar of them,
 * where a mistake would show first.
 */
export function clusterLines({ id, byRank }: DocumentTable, duplicates: RankedDuplicates): string {
  const sizes = new Map<number, number>();
  for (const { keeper } of duplicates.all()) sizes.set(keeper, (sizes.get(keeper) ?? 0) + 1);
  const largest = [...sizes].sort(([a, left], [b, right]) => right - left || a - b).slice(0, CLUSTERS_SHOWN);
  const clusters = new Map(largest.map(([keeper]): [number, RankedDuplicate[]] => [keeper, []]));
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
