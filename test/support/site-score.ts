import type { Page } from './site.js';

export interface SiteScore {
  readonly furniture: number;
  readonly found: number;
  readonly body: number;
  /** Lines of bodies that are gone, with their hosts. */
  readonly lost: readonly string[];
  /** Lines that are gone from hosts with too few pages to tell. */
  readonly early: number;
}

/** Takes the lines that each page keeps; pages of hosts with fewer than `least` pages must keep everything. */
export function scoreSites(
  pages: readonly Page[],
  kept: readonly (readonly string[])[],
  least: number,
): SiteScore {
  const sizes = new Map<string, number>();
  for (const { host } of pages) sizes.set(host, (sizes.get(host) ?? 0) + 1);
  const sums = { furniture: 0, found: 0, body: 0, early: 0 };
  const lost: string[] = [];
  pages.forEach(({ lines, host }, i) => {
    const left = new Map<string, number>();
    for (const line of kept[i] ?? []) left.set(line, (left.get(line) ?? 0) + 1);
    for (const { text, isFurniture } of lines) {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      const isGone = count <= 0;
      if ((sizes.get(host) ?? 0) < least) {
        if (isGone) sums.early++;
        continue;
      }
      sums[isFurniture ? 'furniture' : 'body']++;
      if (isGone && isFurniture) sums.found++;
      else if (isGone) lost.push(`${host}: ${text}`);
    }
  });
  return { ...sums, lost };
}
