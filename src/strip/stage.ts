import type { Edit } from '../core/document.js';
import { mapOffset } from '../core/edits.js';
import type { Meter } from '../core/meter.js';
import { type Context, type EditStage, type Mark, NOTHING, type StageResult } from '../core/stage.js';
import { applyRule } from './apply-rule.js';
import { type Draft, emptyDraft } from './draft.js';
import { emitEdits } from './emit.js';
import { findHits, RULE } from './hits.js';
import { type Page, pageOf } from './page.js';
import type { Active, RuleSet } from './rule-set.js';
import { findHeadline } from './title.js';

/** The rules as a stage. One pass; the caller repeats it until nothing changes. */
export function stripStage(ruleSet: RuleSet, meter?: Meter): EditStage {
  return {
    id: 'strip',
    version: 1,
    run: (text, context) => strip(ruleSet, text, context, meter),
    examples: [],
  };
}

function strip(ruleSet: RuleSet, text: string, context: Context, meter: Meter | undefined): StageResult {
  if (text === '' || ruleSet.rules.length === 0) return NOTHING;
  const page = pageOf(text);
  const active = ruleSet.activeFor(context);
  return stripPage(ruleSet, active, page, findHits(ruleSet, active.is, page, meter), context, meter);
}

/** The same of a page for who has use for the lines that each rule matches, as `findHits` tells. */
export function stripPage(
  ruleSet: RuleSet,
  { is: active, ofPage, last }: Active,
  page: Page,
  hits: ReadonlyMap<number, readonly number[]>,
  context: Context,
  meter?: Meter,
): StageResult {
  const draft = emptyDraft();
  const orders = [...hits.keys(), ...ofPage.map(({ order }) => order)].sort((a, b) => a - b);
  for (const order of [...orders, ...last.map(({ order }) => order)]) {
    const rule = ruleSet.rules[order];
    if (!rule) continue;
    meter?.begin(RULE + rule.id);
    applyRule(draft, { page, ruleSet, active, context, rule, lines: hits.get(order) });
    meter?.end(page.text.length);
  }
  fillTitle(draft, page, ruleSet, active, context);
  return resultOf(page, draft);
}

/** After all others, since a headline is known by what is left around it. */
function fillTitle(
  draft: Draft,
  page: Page,
  { titles }: RuleSet,
  active: Uint8Array,
  { fields }: Context,
): void {
  if (fields.title !== '' || draft.fields.title !== undefined) return;
  if (!titles.some(({ order }) => active[order] === 1)) return;
  const line = findHeadline(page, i => draft.dropped.has(i) || draft.captions.has(i) || draft.inline.has(i));
  if (line >= 0) draft.fields.title = page.line(line);
}

function resultOf(page: Page, draft: Draft): StageResult {
  const edits = draft.dropped.size + draft.inline.size === 0 ? NOTHING.edits : emitEdits(page, draft);
  const marks = marksOf(page, draft, edits);
  const result: StageResult = {
    edits,
    ...(Object.keys(draft.fields).length > 0 ? { fields: draft.fields } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(draft.skipped.length > 0 ? { skipped: draft.skipped } : {}),
  };
  return edits.length === 0 && Object.keys(result).length === 1 ? NOTHING : result;
}

function marksOf(page: Page, { captions, dropped }: Draft, edits: readonly Edit[]): Mark[] {
  return [...captions]
    .filter(([line]) => !dropped.has(line))
    .sort(([a], [b]) => a - b)
    .map(([line, by]) => ({
      start: mapOffset(edits, page.start(line)),
      end: mapOffset(edits, page.end(line)),
      kind: 'caption',
      by,
    }));
}
