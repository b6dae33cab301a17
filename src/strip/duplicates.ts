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
  const lines: number[] = [];
  let hasProse = false;
  for (let i = 0; i < Math.min(page.count, MAX_LINES) && page.isHead(i); i++) {
    if (page.isProse(i)) hasProse = true;
    else if (page.end(i) - page.start(i) <= MAX_TITLE) lines.push(i);
  }
  // Several repeated lines are a list of things, and what stands there often is no headline.
  if (!hasProse || lines.length < 2) return undefined;
  const places = new Map<string, number[]>();
  const key = comparable(known);
  for (const i of lines) {
    const line = page.line(i);
    const same = comparable(line);
    const list = places.get(same);
    if (list) list.push(i);
    else if (same === key || isHeadline(line)) places.set(same, [i]);
  }
  const repeated = [...places.values()].filter(({ length }) => length > 1);
  const [only] = repeated;
  if (repeated.length !== 1 || !only || only.length > MAX_TIMES) return undefined;
  const [first = 0, ...others] = only;
  return { first, others };
}

/** Breadcrumb, page header, article header; and one for good measure. */
const MAX_TIMES = 4;
const MAX_TITLE = 300;
const MAX_LINES = 80;

/** Long lines that repeat an earlier one word for word: any earlier one, or one just above. */
export function repeatedLines(page: Page, how: 'lines' | 'near'): number[] {
  const isAgain = how === 'near' ? (i: number) => isNear(page, i) : seenBefore(page);
  const again: number[] = [];
  for (let i = 0; i < page.count; i++) {
    const units = page.end(i) - page.start(i);
    if (units < MIN_UNITS || units > MAX_UNITS || !isAgain(i)) continue;
    if (countWords(page.line(i), MIN_WORDS) >= MIN_WORDS && (how === 'near' || page.isProse(i)))
      again.push(i);
  }
  return again;
}

function isNear(page: Page, i: number): boolean {
  const [start, units] = [page.start(i), page.end(i) - page.start(i)];
  for (let other = Math.max(0, i - NEAR); other < i; other++) {
    const from = page.start(other);
    if (page.end(other) - from === units && page.text.startsWith(page.text.slice(from, from + units), start))
      return true;
  }
  return false;
}

function seenBefore(page: Page): (i: number) => boolean {
  const seen = new Set<string>();
  return i => {
    const line = page.line(i);
    if (seen.has(line)) return true;
    seen.add(line);
    return false;
  };
}

function comparable(line: string): string {
  return fold(line)
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
