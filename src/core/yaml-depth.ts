import type { CST } from 'yaml';

type Part = CST.Document | CST.Token;

/**
 * True if collections stand in each other more than `limit` levels deep. The parser of tokens keeps a stack of its
 * own; what builds values from them recurses, and near the end of the process's stack V8 can die on a regex.
 */
export function isDeeperThan(tokens: readonly CST.Token[], limit: number): boolean {
  const open: [Part, number][] = [];
  for (const token of tokens) {
    open.push([token, 0]);
    for (let next = open.pop(); next; next = open.pop()) {
      const [part, depth] = next;
      if (depth > limit) return true;
      for (const child of childrenOf(part)) open.push([child, depth + 1]);
    }
  }
  return false;
}

function childrenOf(part: Part): Part[] {
  if (part.type === 'document') return part.value ? [part.value] : [];
  if (!('items' in part)) return [];
  return part.items.flatMap(({ key, value }) => [key, value].filter(child => child != null));
}
