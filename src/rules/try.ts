import type { Edit, Fields } from '../core/document.js';
import { type Context, type EditStage, NO_CONTEXT, type StageResult } from '../core/stage.js';
import { converge } from '../strip/converge.js';
import { findHits } from '../strip/hits.js';
import { pageOf } from '../strip/page.js';
import { protectorOf } from '../strip/protect.js';
import { type RuleSet, ruleSetOf } from '../strip/rule-set.js';
import { stripStage } from '../strip/stage.js';

/** What rules need to know of a document. */
export interface Tried {
  readonly place: string;
  readonly text: string;
  readonly lang: string;
  readonly host: string;
  readonly fields: Fields;
}

export interface Changed {
  readonly place: string;
  /** Lines that are left without the change of the rule and not with it. */
  readonly gone: readonly string[];
  /** Lines that are left with it and not without. */
  readonly come: readonly string[];
  /** Of the text that is left without the change, the share of UTF-16 units that goes with it. */
  readonly share: number;
}

export interface TryResult {
  readonly documents: number;
  /** Documents on which the rule does something, whatever it did before. */
  readonly fires: number;
  /** Documents on which it was held back by a limit. */
  readonly heldBack: number;
  /** Documents of which it matches a line, and where its guard, position or what stands around never lets it. */
  readonly guarded: number;
  /** Rules that come before it and take what it wants, with the number of documents. */
  readonly shadowedBy: Readonly<Record<string, number>>;
  /** Lines that the rule wants and that `accept.txt` or a `keep` rule keeps from it, most frequent first. */
  readonly keptFrom: readonly KeptLine[];
  readonly changed: readonly Changed[];
}

export interface KeptLine {
  readonly line: string;
  /** The id of the rule that keeps it, or `ACCEPTED`. */
  readonly by: string;
  readonly documents: number;
}

/**
 * What a change of one rule changes: `before` and `after` are all rules without and with it, and `ids` the rule.
 * Documents on which neither form of the rule does anything by itself are not looked at further.
 */
export function tryRule(
  sample: readonly Tried[],
  before: RuleSet,
  after: RuleSet,
  id: string,
  level: Context['level'],
): TryResult {
  const kind = after.rules.find(rule => rule.id === id)?.action.kind;
  const isKeep = kind === 'keep';
  // A rule that keeps does nothing by itself: all rules stand for what it may keep from.
  const alone = (set: RuleSet): EditStage => stripStage(isKeep ? set : only(set, id));
  const [was, is] = [alone(before), alone(after)];
  const itself = only(after, id);
  const [old, now] = [stripStage(before), stripStage(after)];
  const changed: Changed[] = [];
  const shadowedBy: Record<string, number> = {};
  const keptFrom = new Map<string, KeptLine>();
  let [fires, heldBack, guarded] = [0, 0, 0];
  for (const document of sample) {
    const context: Context = { ...NO_CONTEXT, ...document, level };
    const wanted = is.run(document.text, context);
    if (!does(wanted)) {
      if (!isKeep && matches(itself, context, document.text)) guarded++;
      if (!does(was.run(document.text, context))) continue;
    }
    const first = now.run(document.text, context);
    for (const one of keptLines(after, context, wanted, first, document.text)) countKept(keptFrom, one);
    const by = [...first.edits, ...(first.marks ?? [])].map(one => one.by);
    if (by.includes(id) || (kind === 'title' && first.fields?.title !== undefined)) fires++;
    else if (first.skipped?.some(({ by }) => by === id) === true) heldBack++;
    else if (!isKeep) for (const one of takers(wanted, first)) shadowedBy[one] = (shadowedBy[one] ?? 0) + 1;
    const without = converge(old, document.text, context).text;
    const withIt = converge(now, document.text, context).text;
    if (without === withIt) continue;
    if (isKeep) fires++;
    changed.push(changeOf(document, without, withIt));
  }
  const kept = [...keptFrom.values()].sort((a, b) => b.documents - a.documents);
  return { documents: sample.length, fires, heldBack, guarded, shadowedBy, keptFrom: kept, changed };
}

export function countKept(kept: Map<string, KeptLine>, one: Omit<KeptLine, 'documents'>): void {
  const key = `${one.by}\n${one.line}`;
  kept.set(key, { ...one, documents: (kept.get(key)?.documents ?? 0) + 1 });
}

/** What is left of a document without the change of a rule, and with it. */
export function changeOf({ place }: Tried, without: string, withIt: string): Changed {
  const share = Math.max(0, without.length - withIt.length) / Math.max(1, without.length);
  return { place, gone: missing(without, withIt), come: missing(withIt, without), share };
}

/** The lines that a rule by itself would touch and that somebody keeps from all rules, each once. */
function keptLines(
  ruleSet: RuleSet,
  context: Context,
  wanted: StageResult,
  { edits }: StageResult,
  text: string,
): Omit<KeptLine, 'documents'>[] {
  const { is: active } = ruleSet.activeFor(context);
  const page = pageOf(text);
  const found = new Map<string, string>();
  for (let i = 0; i < page.count; i++) {
    const isIn = ({ start, end }: Edit): boolean => start < page.end(i) && page.start(i) < end;
    if (!wanted.edits.some(isIn) || edits.some(isIn)) continue;
    const by = protectorOf(ruleSet, active, page, i);
    if (by !== undefined) found.set(page.line(i), by);
  }
  return [...found].map(([line, by]) => ({ line, by }));
}

/** The rule without the others. */
export function only({ rules }: RuleSet, id: string): RuleSet {
  const own = rules.filter(rule => rule.id === id);
  return ruleSetOf(
    own.map(rule => ({ ...rule, order: 0 })),
    [],
  );
}

/** Whether it matches a line of the text, whatever it then does. */
function matches(ruleSet: RuleSet, context: Context, text: string): boolean {
  return findHits(ruleSet, ruleSet.activeFor(context).is, pageOf(text)).size > 0;
}

export function does({ edits, fields, marks, skipped }: StageResult): boolean {
  return edits.length > 0 || fields !== undefined || marks !== undefined || skipped !== undefined;
}

/** The rules whose edits stand where a rule by itself would have made some. */
export function takers(
  wanted: Pick<StageResult, 'edits'>,
  { edits }: Pick<StageResult, 'edits'>,
): Set<string> {
  const isWanted = ({ start, end }: Edit): boolean =>
    wanted.edits.some(one => one.start < end && start < one.end);
  return new Set(edits.filter(isWanted).map(({ by }) => by));
}

/** The lines of one text that the other has not, each as often as it has fewer of it. */
function missing(text: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const line of other.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  return text.split('\n').filter(line => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0 && line !== '';
  });
}
