import type { Edit } from '../core/document.js';
import { replace } from '../core/edits.js';
import type { Context } from '../core/stage.js';
import { applyBlock } from './apply-block.js';
import { applyClassifier } from './apply-classifier.js';
import { dateIn } from './dates.js';
import { type Draft, dropLines, editLines } from './draft.js';
import { repeatedLines, repeatedTitle } from './duplicates.js';
import { fold } from './fold.js';
import { isForeign } from './foreign.js';
import { EDGE, WHOLE_LINE } from './hits.js';
import { findIcons } from './icons.js';
import type { Page } from './page.js';
import { isProtected } from './protect.js';
import { pullQuotes } from './pull-quotes.js';
import type { Action, Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { spanEdits } from './spans.js';
import { findHeadline } from './title.js';

export interface Work {
  readonly page: Page;
  readonly ruleSet: RuleSet;
  readonly active: Uint8Array;
  readonly context: Context;
  readonly rule: Rule;
  /** Lines that the rule matches; undefined when there are none. */
  readonly lines: readonly number[] | undefined;
}

type Of<K extends Action['kind']> = Extract<Action, { readonly kind: K }>;

/** Lets one rule say what it wants of a page. */
export function applyRule(draft: Draft, work: Work): void {
  const { rule, page } = work;
  const { action } = rule;
  switch (action.kind) {
    case 'duplicates':
      applyDuplicates(draft, work, action);
      return;
    case 'head':
      applyHead(draft, work);
      return;
    case 'span':
      editLines(
        draft,
        page,
        rule,
        spanEdits(page, action, rule.id).filter(([line]) => isAllowed(work, line)),
      );
      return;
    case 'classifier':
      applyClassifier(draft, page, rule, action.atLeast, line => isAllowed(work, line));
      return;
    case 'keep':
    case 'title':
    case 'repeat': // The corpus decides, when all documents are cleaned.
      return;
    default: {
      const lines = work.lines?.filter(line => isAllowed(work, line)) ?? [];
      if (lines.length > 0) applyToLines(draft, work, action, lines);
    }
  }
}

function applyToLines(
  draft: Draft,
  work: Work,
  action: Of<'line' | 'block' | 'caption' | 'capture' | 'prefix' | 'suffix' | 'icons'>,
  lines: readonly number[],
): void {
  const { page, rule } = work;
  switch (action.kind) {
    case 'line':
      dropLines(draft, page, rule, lines);
      return;
    case 'block':
      applyBlock(draft, work, action, lines);
      return;
    case 'caption':
      if (action.drop) dropLines(draft, page, rule, lines);
      else for (const line of lines) if (!draft.captions.has(line)) draft.captions.set(line, rule.id);
      return;
    case 'capture':
      applyCapture(draft, work, action, lines);
      return;
    case 'prefix':
    case 'suffix':
      editLines(
        draft,
        page,
        rule,
        lines.flatMap(line => edgeEdits(page, action, line, rule.id)),
      );
      return;
    case 'icons':
      applyIcons(draft, work, action, lines);
  }
}

/** What names lines one by one, and so would name pieces of sentences where a text was broken at a width. */
const NAMES_LINES: ReadonlySet<Action['kind']> = new Set(['line', 'capture']);

/** What only the place of a line can tell: the rule's scope and guards, and lines that are to be kept. */
function isAllowed({ page, rule, ruleSet, active, context }: Work, line: number): boolean {
  const { position, action } = rule;
  if (NAMES_LINES.has(action.kind) && page.isWithinSentence(line)) return false;
  if (position !== 'any') {
    const [head, tail] = [page.isHead(line), page.isTail(line)];
    if (position === 'head' ? !head : position === 'tail' ? !tail : head || tail) return false;
  }
  if ('match' in action) {
    const { beforeProse, beforeTitle, foreign } = action.match;
    if (foreign && !isForeign(page.line(line), context.lang)) return false;
    if (!beforeProse && page.isProse(line + 1)) return false;
    if (beforeTitle && findHeadline(page, () => false, line + 1) < 0) return false;
  }
  return action.kind === 'caption' || !isProtected(ruleSet, active, page, line);
}

function applyCapture(
  draft: Draft,
  { page, rule, context }: Work,
  { find, field, leave }: Of<'capture'>,
  lines: readonly number[],
): void {
  for (const line of lines) {
    const found = find.exec(page.line(line));
    const group = (found?.slice(1).find(one => (one as string | undefined) !== undefined) ?? '').trim();
    const value = field === 'created' ? (dateIn(group) ?? '') : group;
    if (value === '' || draft.dropped.has(line)) continue;
    if (!leave && !dropLines(draft, page, rule, [line])) continue;
    if (context.fields[field] === '') draft.fields[field] ??= value;
  }
}

function edgeEdits(
  { text, start, end }: Page,
  { kind, find }: Of<'prefix' | 'suffix'>,
  line: number,
  by: string,
): (readonly [number, Edit])[] {
  const [from, to] = [start(line), end(line)];
  const whole = to - from <= WHOLE_LINE;
  const part = whole
    ? text.slice(from, to)
    : kind === 'prefix'
      ? text.slice(from, from + EDGE)
      : text.slice(to - EDGE, to);
  for (const regex of find) {
    const match = regex.exec(part);
    if (!match || match[0] === '') continue;
    const at = kind === 'prefix' || whole ? from : to - EDGE;
    return [[line, replace(text, at + match.index, at + match.index + match[0].length, '', by)]];
  }
  return [];
}

function applyIcons(
  draft: Draft,
  { page, rule }: Work,
  { how }: Of<'icons'>,
  lines: readonly number[],
): void {
  const labels: number[] = [];
  const edits: (readonly [number, Edit])[] = [];
  for (const line of lines) {
    const [from, to] = [page.start(line), page.end(line)];
    const whole = to - from <= WHOLE_LINE;
    const found = findIcons(whole ? page.line(line) : page.text.slice(from, from + EDGE), whole);
    if (!found) continue;
    if (found.what === 'label') labels.push(line);
    else if (found.what === 'start') {
      edits.push([line, replace(page.text, from, from + found.units, '', rule.id)]);
      if (how === 'strip' && found.caption) draft.captions.set(line, rule.id);
    } else if (whole) edits.push([line, replace(page.text, to - found.units, to, '', rule.id)]);
  }
  if (how === 'drop') dropLines(draft, page, rule, labels);
  else editLines(draft, page, rule, edits);
}

function applyDuplicates(draft: Draft, work: Work, { of }: Of<'duplicates'>): void {
  const { page, rule, context } = work;
  if (of !== 'title') {
    const found = of === 'quotes' ? pullQuotes(page) : repeatedLines(page, of);
    const lines = found.filter(line => isAllowed(work, line));
    if (lines.length > 0) dropLines(draft, page, rule, lines);
    return;
  }
  const found = repeatedTitle(page, context.fields.title);
  if (!found) return;
  const others = found.others.filter(line => isAllowed(work, line));
  if (others.length === 0 || !dropLines(draft, page, rule, others)) return;
  const title = page.line(found.first);
  if (context.fields.title === '' || fold(context.fields.title) === fold(title)) draft.fields.title ??= title;
}

/** Everything before the first prose but the headline. */
function applyHead(draft: Draft, work: Work): void {
  const { page, rule } = work;
  const headline = findHeadline(page, line => draft.dropped.has(line));
  const lines: number[] = [];
  for (let i = 0; i < page.count && !page.isProse(i); i++)
    if (i !== headline && isAllowed(work, i)) lines.push(i);
  if (lines.length > 0 && lines.length < page.count) dropLines(draft, page, rule, lines);
}
