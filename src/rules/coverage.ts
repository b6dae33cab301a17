import { type Context, NO_CONTEXT } from '../core/stage.js';
import { findHits } from '../strip/hits.js';
import { pageOf } from '../strip/page.js';
import type { Rule } from '../strip/rule.js';
import { type RuleSet, ruleSetOf } from '../strip/rule-set.js';
import { stripStage } from '../strip/stage.js';
import type { Tried } from './try.js';

export interface RuleCoverage {
  readonly rule: string;
  readonly shipped: boolean;
  /** Documents on which the rule did something. */
  readonly documents: number;
  readonly hosts: number;
  /** UTF-16 units that it took out. */
  readonly units: number;
  /** Documents on which a limit held it back. */
  readonly heldBack: number;
  /**
   * `shadowed`: it matches, but an earlier rule always wants the same line. `guarded`: it matches, but its guards never
   * let it. `keep` rules only ever hold others back, and are not told apart.
   */
  readonly state: 'fires' | 'never' | 'shadowed' | 'guarded' | 'keep';
}

type Counts = { documents: number; units: number; heldBack: number; hits: number; lost: number; readonly hosts: Set<string> };

/** What each rule does on a sample of documents, in the order of the rules. */
export function coverage(sample: readonly Tried[], ruleSet: RuleSet, level: Context['level']): RuleCoverage[] {
  const stage = stripStage(ruleSet);
  const counts = new Map<string, Counts>(
    ruleSet.rules.map(({ id }) => [id, { documents: 0, units: 0, heldBack: 0, hits: 0, lost: 0, hosts: new Set() }]),
  );
  for (const document of sample) {
    const context: Context = { ...NO_CONTEXT, ...document, level };
    const { edits, marks = [], fields, skipped = [] } = stage.run(document.text, context);
    const { is: active } = ruleSet.activeFor(context);
    const page = pageOf(document.text);
    const owners = new Map<number, string>();
    const fired = new Set(marks.map(({ by }) => by));
    for (const { start, end, removed, insert, by } of edits) {
      fired.add(by);
      const one = counts.get(by);
      if (one) one.units += Math.max(0, removed.length - insert.length);
      for (let line = lineAt(page, start); line < page.count && page.start(line) < end; line++) owners.set(line, by);
    }
    for (const { by } of skipped) bump(counts, by, 'heldBack');
    if (fields?.title !== undefined) for (const { id, action } of ruleSet.rules) if (action.kind === 'title') fired.add(id);
    for (const [order, lines] of findHits(ruleSet, active, page)) {
      const id = ruleSet.rules[order]?.id ?? '';
      bump(counts, id, 'hits');
      if (!fired.has(id) && lines.some(line => owners.has(line))) bump(counts, id, 'lost');
    }
    for (const id of fired) {
      bump(counts, id, 'documents');
      if (document.host !== '') counts.get(id)?.hosts.add(document.host);
    }
  }
  return ruleSet.rules.map(rule => describe(rule, counts.get(rule.id)));
}

function bump(counts: ReadonlyMap<string, Counts>, id: string, what: 'documents' | 'heldBack' | 'hits' | 'lost'): void {
  const one = counts.get(id);
  if (one) one[what]++;
}

function lineAt({ count, end }: ReturnType<typeof pageOf>, offset: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function describe({ id, shipped, action }: Rule, counts: Counts | undefined): RuleCoverage {
  const { documents = 0, units = 0, heldBack = 0, hits = 0, lost = 0, hosts = new Set() } = counts ?? {};
  const state =
    action.kind === 'keep' ? 'keep' : documents > 0 ? 'fires' : lost > 0 ? 'shadowed' : hits > 0 || heldBack > 0 ? 'guarded' : 'never';
  return { rule: id, shipped, documents, hosts: hosts.size, units, heldBack, state };
}

/** Seconds that each rule by itself takes for these documents, slowest first. `now` is a clock in milliseconds. */
export function timings(sample: readonly Tried[], { rules }: RuleSet, level: Context['level'], now: () => number): { rule: string; seconds: number }[] {
  const timed = rules.map(rule => {
    const stage = stripStage(ruleSetOf([{ ...rule, order: 0 }], []));
    const started = now();
    for (const document of sample) stage.run(document.text, { ...NO_CONTEXT, ...document, level });
    return { rule: rule.id, seconds: (now() - started) / 1000 };
  });
  return timed.sort((a, b) => b.seconds - a.seconds);
}
