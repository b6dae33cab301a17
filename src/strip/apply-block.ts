import type { Work } from './apply-rule.js';
import { type Draft, dropLines } from './draft.js';
import { WHOLE_LINE } from './hits.js';
import type { Page } from './page.js';
import { isProtected } from './protect.js';
import type { Action, BlockEnd, Guard } from './rule.js';

/** A block that ends at a regex has at most this many lines. */
const MAX_LINES = 40;

/** Drops each block that begins at one of `lines` and meets its guard. */
export function applyBlock(
  draft: Draft,
  { page, rule, ruleSet, active }: Work,
  { to, guard }: Extract<Action, { readonly kind: 'block' }>,
  lines: readonly number[],
): void {
  const taken = new Set<number>();
  let times = 0;
  for (const first of lines) {
    if (taken.has(first)) continue;
    const last = lastLine(page, first, to);
    if (last === undefined || !(to.to === 'end' ? isTail(page, first, guard) : hasNoProse(page, first, last)))
      continue;
    for (let line = first; line <= last; line++)
      if (!isProtected(ruleSet, active, page, line)) taken.add(line);
    times++;
  }
  if (taken.size > 0) dropLines(draft, page, rule, [...taken], times);
}

function lastLine(page: Page, first: number, end: BlockEnd): number | undefined {
  const bottom = page.count - 1;
  switch (end.to) {
    case 'end':
      return bottom;
    case 'lines':
      return Math.min(bottom, first + end.lines - 1);
    case 'blank': {
      let last = first;
      while (last < bottom && !page.afterBlank(last + 1)) last++;
      return last;
    }
    case 'regex':
      for (let line = first + 1; line <= Math.min(bottom, first + MAX_LINES); line++)
        if (page.end(line) - page.start(line) <= WHOLE_LINE && end.regex.test(page.line(line))) return line;
      return undefined;
  }
}

/** Most of the prose is behind, little ahead. */
function isTail(page: Page, first: number, { behind, ahead }: Guard): boolean {
  const share = page.behind(first);
  return share > 0 && share >= behind && 1 - share < ahead;
}

function hasNoProse(page: Page, first: number, last: number): boolean {
  for (let line = first; line <= last; line++) if (page.isProse(line)) return false;
  return true;
}
