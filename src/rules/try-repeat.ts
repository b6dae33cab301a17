import type { Level } from '../core/document.js';
import { apply } from '../core/edits.js';
import type { HostCounts } from '../settle/furniture.js';
import { linesOf } from '../settle/lines.js';
import { isOften } from '../settle/often.js';
import { type RepeatRules, repeatRules } from '../strip/repeat-rules.js';
import type { RuleSet } from '../strip/rule-set.js';
import { repeatsOf, sampleCounts, siteIn, strippedBy, type Stripped } from './sample-repeats.js';
import {
  type Changed,
  changeOf,
  countKept,
  type KeptLine,
  only,
  takers,
  type Tried,
  type TryResult,
} from './try.js';

/** What `tryRule` tells, for a rule of kind repeat: by how often lines stand on the hosts of the sample. */
export function tryRepeat(
  sample: readonly Tried[],
  before: RuleSet,
  after: RuleSet,
  id: string,
  level: Level,
): TryResult {
  const rulesOf = (set: RuleSet): RepeatRules => repeatRules(set, level);
  const [old, now, was, is] = [
    rulesOf(before),
    rulesOf(after),
    rulesOf(only(before, id)),
    rulesOf(only(after, id)),
  ];
  const isMeant = (one: Tried): boolean => [was, is].some(rules => rules.leastOn(siteIn(one)));
  const stripped = strippedBy(after, sample.filter(isMeant), level);
  const [oldCounts, newCounts] = [old, now].map(({ least }) => least && sampleCounts(stripped, least));
  const changed: Changed[] = [];
  const shadowedBy: Record<string, number> = {};
  const keptFrom = new Map<string, KeptLine>();
  let [fires, heldBack, guarded] = [0, 0, 0];
  for (const one of stripped) {
    const [then, counts] = [oldCounts?.(one), newCounts?.(one)];
    const found = counts && repeatsOf(one, counts, now);
    if (counts && found) {
      // Nobody keeps a line from a rule that is alone.
      const wanted = repeatsOf(one, counts, is);
      if (found.edits.some(({ by }) => by === id)) fires++;
      else if (found.skipped.some(({ by }) => by === id)) heldBack++;
      else if (wanted.edits.length > 0)
        for (const by of takers(wanted, found)) shadowedBy[by] = (shadowedBy[by] ?? 0) + 1;
      else if (holdsOften(one, counts, is)) guarded++;
      const { lang } = one.document;
      const protector = now.protector(one.text, { lang, site: counts.host });
      const isWanted = (start: number, end: number): boolean =>
        wanted.edits.some(edit => edit.start < end && start < edit.end);
      for (const { start, end } of wanted.edits.length === 0 ? [] : linesOf(one.text, counts.host)) {
        const by = isWanted(start, end) ? protector(start) : undefined;
        if (by !== undefined) countKept(keptFrom, { line: one.text.slice(start, end), by });
      }
    }
    const without = apply(one.text, then ? repeatsOf(one, then, old).edits : []);
    const withIt = apply(one.text, found?.edits ?? []);
    if (without !== withIt) changed.push(changeOf(one.document, without, withIt));
  }
  const kept = [...keptFrom.values()].sort((a, b) => b.documents - a.documents);
  return { documents: sample.length, fires, heldBack, guarded, shadowedBy, keptFrom: kept, changed };
}

/** Whether it holds a line that stands often enough, whatever the rule then does. */
function holdsOften(
  { text }: Stripped,
  { host, documents, holding }: HostCounts,
  rules: RepeatRules,
): boolean {
  const least = rules.leastOn(host);
  if (!least || documents < least.documents) return false;
  return linesOf(text, host).some(({ key }) => key !== undefined && isOften(holding(key), documents, least));
}
