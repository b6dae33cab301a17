/** What decides which of two documents that say the same is kept. */
export interface Ranked {
  readonly id: string;
  /** Code points. */
  readonly chars: number;
  /** ISO 8601, or ''. */
  readonly created: string;
  readonly site: string;
}

export interface KeeperOptions {
  /** `longest` text, or `oldest` date and then the longest text. */
  readonly keeper: 'longest' | 'oldest';
  /** Hosts or folders that are preferred to all others, the first one most. */
  readonly prefer: readonly string[];
}

export const KEEPER_DEFAULTS: KeeperOptions = { keeper: 'longest', prefer: [] };

/**
 * Below 0 where the first is kept before the second. Of equals the smallest id wins (by code units), so that the order
 * of the input makes no difference.
 */
export function compareRank(a: Ranked, b: Ranked, { keeper, prefer }: KeeperOptions): number {
  const byHost = prefer.length > 0 ? preference(a.site, prefer) - preference(b.site, prefer) : 0;
  if (byHost !== 0) return byHost;
  if (keeper === 'oldest' && a.created !== b.created) {
    if (a.created === '' || b.created === '') return a.created === '' ? 1 : -1;
    return a.created < b.created ? -1 : 1;
  }
  return b.chars - a.chars || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function preference(site: string, prefer: readonly string[]): number {
  const at = prefer.indexOf(site);
  return at < 0 ? prefer.length : at;
}
