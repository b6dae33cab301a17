import { fold } from './fold.js';
import type { Page } from './page.js';
import { countWords } from './prose.js';
import { isHeadline } from './title.js';

/** Repeated lines shorter than this may be meant: headings, refrains, "Yes." (UTF-16 units). */
const MIN_UNITS = 60;
const MIN_WORDS = 5;
/** Pictures in a row repeat captions with at most a credit between them; at a distance of 6, 2 % of pages lose text. */
const NEAR = 2;
/** Lines of more units are not compared. */
const MAX_UNITS = 5000;

/** A headline that stands more than once in the head: the first place, and the others. */
export function repeatedTitle(
  page: Page,
  known: string,
): { readonly first: number; readonly others: readonly number[] } | undefined {
  const places = new Map<string, number[]>();
  const key = comparable(known);
  let hasProse = false;
  for (let i = 0; i < Math.min(page.count, MAX_LINES) && page.isHead(i); i++) {
    if (page.isProse(i)) hasProse = true;
    else if (page.end(i) - page.start(i) <= MAX_TITLE) {
      const line = page.line(i);
      const same = comparable(line);
      const list = places.get(same);
      if (list) list.push(i);
      else if (same === key || isHeadline(line)) places.set(same, [i]);
    }
  }
  const repeated = [...places.values()].filter(({ length }) => length > 1);
  const [only] = repeated;
  // Several repeated lines are a list of things, and what stands there often is no headline.
  if (!hasProse || repeated.length !== 1 || !only || only.length > MAX_TIMES) return undefined;
  const [first = 0, ...others] = only;
  return { first, others };
}

/** Breadcrumb, page header, article header; and one for good measure. */
const MAX_TIMES = 4;
const MAX_TITLE = 300;
const MAX_LINES = 80;

/** Long lines that repeat an earlier one word for word: any earlier one, or one just above. */
export function repeatedLines(page: Page, how: 'lines' | 'near'): number[] {
  const last = new Map<string, number>();
  const again: number[] = [];
  for (let i = 0; i < page.count; i++) {
    const units = page.end(i) - page.start(i);
    if (units < MIN_UNITS || units > MAX_UNITS) continue;
    const line = page.line(i);
    const before = last.get(line);
    last.set(line, i);
    if (before === undefined || countWords(line) < MIN_WORDS) continue;
    if (how === 'lines' ? page.isProse(i) : i - before <= NEAR) again.push(i);
  }
  return again;
}

function comparable(line: string): string {
  return fold(line)
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
