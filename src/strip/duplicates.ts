import { fold } from './fold.js';
import type { Page } from './page.js';
import { isHeadline } from './title.js';

/** Repeated lines shorter than this may be meant: headings, refrains, "Yes." (UTF-16 units). */
const MIN_UNITS = 60;
/** Lines of more units are not compared. */
const MAX_UNITS = 5000;

/** A headline that stands more than once in the head: the first place, and the others. */
export function repeatedTitle(
  page: Page,
  known: string,
): { readonly first: number; readonly others: readonly number[] } | undefined {
  const places = new Map<string, number[]>();
  for (let i = 0; i < page.count && page.isHead(i); i++) {
    if (page.isProse(i) || page.end(i) - page.start(i) > 300) continue;
    const line = page.line(i);
    const key = comparable(line);
    const list = places.get(key);
    if (list) list.push(i);
    else if (isHeadline(line) || key === comparable(known)) places.set(key, [i]);
  }
  for (const [first, ...others] of places.values())
    if (first !== undefined && others.length > 0) return { first, others };
  return undefined;
}

/** Long lines that repeat an earlier one word for word. */
export function repeatedLines(page: Page): number[] {
  const seen = new Set<string>();
  const again: number[] = [];
  for (let i = 0; i < page.count; i++) {
    const units = page.end(i) - page.start(i);
    if (units < MIN_UNITS || units > MAX_UNITS) continue;
    const line = page.line(i);
    if (seen.has(line)) again.push(i);
    else seen.add(line);
  }
  return again;
}

function comparable(line: string): string {
  return fold(line)
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
