import type { RankedDuplicate } from '../settle/duplicates.js';
import type { DocumentTable } from './document-table.js';

const CLUSTERS_SHOWN = 100;
const SAMPLES = 5;

/**
 * The largest clusters of duplicates, one a line: the document that stays, how many go, and the least similar of them,
 * where a mistake would show first.
 */
export function clusterLines({ id, byRank }: DocumentTable, duplicates: readonly RankedDuplicate[]): string {
  const clusters = new Map<number, RankedDuplicate[]>();
  for (const one of duplicates) {
    const known = clusters.get(one.keeper);
    if (known) known.push(one);
    else clusters.set(one.keeper, [one]);
  }
  const idOf = (rank: number): string => id(byRank[rank] ?? 0);
  return [...clusters]
    .sort(([a, left], [b, right]) => right.length - left.length || a - b)
    .slice(0, CLUSTERS_SHOWN)
    .map(([keeper, members]) => {
      const exact = members.filter(({ how }) => how === 'exact').length;
      const samples = [...members]
        .sort((a, b) => a.jaccard - b.jaccard || a.rank - b.rank)
        .slice(0, SAMPLES)
        .map(({ rank, jaccard, containment }) => ({
          id: idOf(rank),
          similarity: Math.round(jaccard * 1e4) / 1e4,
          containment: Math.round(containment * 1e4) / 1e4,
        }));
      return `${JSON.stringify({ id: idOf(keeper), duplicates: members.length, exact, samples })}\n`;
    })
    .join('');
}
