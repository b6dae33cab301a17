import type { Edit, Fields, Skipped } from '../core/document.js';
import { overLimit } from './limit.js';
import type { Page } from './page.js';
import type { Rule } from './rule.js';

/** What rules want of a page, collected in their order. */
export interface Draft {
  /** Who takes a line out. */
  readonly dropped: Map<number, string>;
  /** Changes inside lines, by line; offsets of the text, not sorted. */
  readonly inline: Map<number, Edit[]>;
  /** Why lines go, where a rule can say more than its name. */
  readonly notes: Map<number, string>;
  readonly captions: Map<number, string>;
  readonly fields: { -readonly [K in keyof Fields]?: string };
  readonly skipped: Skipped[];
}

export function emptyDraft(): Draft {
  return {
    dropped: new Map(),
    inline: new Map(),
    notes: new Map(),
    captions: new Map(),
    fields: {},
    skipped: [],
  };
}

/** Takes lines out for a rule, unless it would take more than it may. */
export function dropLines(
  draft: Draft,
  page: Page,
  rule: Rule,
  lines: readonly number[],
  times = lines.length,
): boolean {
  const free = lines.filter(line => !draft.dropped.has(line));
  const units = free.reduce((sum, line) => sum + page.end(line) - page.start(line), 0);
  if (!isWithinLimits(draft, page, rule, units, times)) return false;
  for (const line of free) draft.dropped.set(line, rule.id);
  return free.length > 0;
}

/** Changes the inside of lines for a rule, where no earlier rule wants the same text. */
export function editLines(
  draft: Draft,
  page: Page,
  rule: Rule,
  edits: readonly (readonly [line: number, edit: Edit])[],
): void {
  const free = edits.filter(([line, edit]) => !draft.inline.get(line)?.some(other => touches(other, edit)));
  const units = free.reduce(
    (sum, [, { removed, insert }]) => sum + Math.max(0, removed.length - insert.length),
    0,
  );
  if (!isWithinLimits(draft, page, rule, units, free.length)) return;
  for (const [line, edit] of free) {
    const others = draft.inline.get(line);
    if (others) others.push(edit);
    else draft.inline.set(line, [edit]);
  }
}

function touches(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

function isWithinLimits({ skipped }: Draft, page: Page, rule: Rule, units: number, times: number): boolean {
  const over = overLimit(rule, page, units, times);
  if (over) skipped.push(over);
  return !over;
}
