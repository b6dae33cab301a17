import type { Edit } from '../core/document.js';
import { type Context, NO_CONTEXT } from '../core/stage.js';
import { findHits } from '../strip/hits.js';
import { type Page, pageOf } from '../strip/page.js';
import { type RepeatRules, repeatRules } from '../strip/repeat-rules.js';
import type { Rule } from '../strip/rule.js';
import type { RuleSet } from '../strip/rule-set.js';
import { stripPage } from '../strip/stage.js';
import { repeatsIn, siteIn, strippedAs, type Stripped } from './sample-repeats.js';
import { only, type Tried } from './try.js';

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
   * let it. `keep` rules only ever hold others back, and are not told apart. `full`: it is for level full only.
   */
  readonly state: 'fires' | 'never' | 'shadowed' | 'guarded' | 'keep' | 'full';
}

type Counts = {
  documents: number;
  units: number;
  heldBack: number;
  hits: number;
  lost: number;
  readonly hosts: Set<string>;
};

/** What each rule does on a sample of documents, in the order of the rules. */
export function coverage(
  sample: readonly Tried[],
  ruleSet: RuleSet,
  level: Context['level'],
): RuleCoverage[] {
  const counts = new Map<string, Counts>(
    ruleSet.rules.map(({ id }) => [
      id,
      { documents: 0, units: 0, heldBack: 0, hits: 0, lost: 0, hosts: new Set() },
    ]),
  );
  const repeats = repeatRules(ruleSet, level);
  const stripped: Stripped[] = [];
  for (const document of sample) {
    const context: Context = { ...NO_CONTEXT, ...document, level };
    const active = ruleSet.activeFor(context);
    const page = pageOf(document.text);
    const hits = findHits(ruleSet, active.is, page);
    const result = stripPage(ruleSet, active, page, hits, context);
    const { edits, marks = [], fields, skipped = [] } = result;
    if (repeats.least) stripped.push(strippedAs(document, result));
    const taken = takenLines(page, edits);
    const fired = new Set([...edits, ...marks].map(({ by }) => by));
    for (const { removed, insert, by } of edits) {
      const one = counts.get(by);
      if (one) one.units += Math.max(0, removed.length - insert.length);
    }
    for (const { by } of skipped) bump(counts, by, 'heldBack');
    if (fields?.title !== undefined)
      for (const { id, action } of ruleSet.rules) if (action.kind === 'title') fired.add(id);
    for (const [order, lines] of hits) {
      const id = ruleSet.rules[order]?.id ?? '';
      bump(counts, id, 'hits');
      if (!fired.has(id) && lines.some(line => taken.has(line))) bump(counts, id, 'lost');
    }
    for (const id of fired) fire(counts, id, document.host);
  }
  countRepeated(counts, ruleSet, stripped, repeats, level);
  return ruleSet.rules.map(rule => describe(rule, counts.get(rule.id), level));
}

/** What rules of kind repeat do on what the others leave. */
function countRepeated(
  counts: ReadonlyMap<string, Counts>,
  ruleSet: RuleSet,
  stripped: readonly Stripped[],
  repeats: RepeatRules,
  level: Context['level'],
): void {
  const rules = ruleSet.rules.filter(({ action }) => action.kind === 'repeat').map(({ id }) => id);
  const together = repeatsIn(stripped, repeats);
  for (const id of rules) {
    const one = counts.get(id);
    if (!one) continue;
    for (const [i, { document }] of stripped.entries()) {
      const own = together[i]?.edits.filter(({ by }) => by === id) ?? [];
      one.units += own.reduce((sum, { removed }) => sum + removed.length, 0);
      if (own.length > 0) fire(counts, id, siteIn(document));
      if (together[i]?.skipped.some(({ by }) => by === id) === true) one.heldBack++;
    }
    if (one.documents + one.heldBack > 0) continue;
    const alone = repeatsIn(stripped, repeatRules(only(ruleSet, id), level));
    one.lost = alone.filter(({ edits }) => edits.length > 0).length;
  }
}

function fire(counts: ReadonlyMap<string, Counts>, id: string, host: string): void {
  bump(counts, id, 'documents');
  if (host !== '') counts.get(id)?.hosts.add(host);
}

function bump(
  counts: ReadonlyMap<string, Counts>,
  id: string,
  what: 'documents' | 'heldBack' | 'hits' | 'lost',
): void {
  const one = counts.get(id);
  if (one) one[what]++;
}

function takenLines(page: Page, edits: readonly Edit[]): Set<number> {
  const taken = new Set<number>();
  for (const { start, end } of edits)
    for (let line = lineAt(page, start); line < page.count && page.start(line) < end; line++) taken.add(line);
  return taken;
}

/** The first line that ends behind an offset. */
function lineAt({ count, end }: Page, offset: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function describe(
  { id, shipped, action, level: needs }: Rule,
  counts: Counts | undefined,
  level: Context['level'],
): RuleCoverage {
  const { documents = 0, units = 0, heldBack = 0, hosts = new Set() } = counts ?? {};
  const isAsleep = needs === 'full' && level === 'safe';
  const state = action.kind === 'keep' ? 'keep' : isAsleep ? 'full' : stateOf(counts);
  return { rule: id, shipped, documents, hosts: hosts.size, units, heldBack, state };
}

function stateOf(counts: Counts | undefined): RuleCoverage['state'] {
  if (counts === undefined) return 'never';
  if (counts.documents > 0) return 'fires';
  if (counts.lost > 0) return 'shadowed';
  return counts.hits > 0 || counts.heldBack > 0 ? 'guarded' : 'never';
}
