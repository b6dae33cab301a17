import { fold } from './fold.js';
import type { Page } from './page.js';
import { countWords } from './prose.js';
import type { Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';

/** Longer lines are prose: only their ends are looked at (UTF-16 units). */
export const WHOLE_LINE = 300;
/** How much of each end of a longer line is looked at. */
export const EDGE = 160;

/** Which lines each rule matches, by the rule's order, as far as that can be told from the line alone. */
export function findHits(ruleSet: RuleSet, active: Uint8Array, page: Page): Map<number, number[]> {
  const hits = new Map<number, number[]>();
  for (let i = 0; i < page.count; i++) {
    const [start, end] = [page.start(i), page.end(i)];
    const whole = end - start <= WHOLE_LINE;
    const line = whole
      ? page.text.slice(start, end)
      : `${page.text.slice(start, start + EDGE)}\n${page.text.slice(end - EDGE, end)}`;
    const folded = fold(line);
    for (const order of (whole ? ruleSet.lines : ruleSet.edges).candidates(folded)) {
      const rule = ruleSet.rules[order];
      if (active[order] !== 1 || !rule || !matches(rule, line, folded, whole)) continue;
      const list = hits.get(order);
      if (list) list.push(i);
      else hits.set(order, [i]);
    }
  }
  return hits;
}

/** Whether a rule matches a whole line, or the two ends of a long one. */
function matches({ action }: Rule, line: string, folded: string, whole: boolean): boolean {
  if (!('match' in action)) return false;
  if (action.kind === 'icons') return true;
  const { match } = action;
  if (match.maxWords !== Infinity && (!whole || countWords(line) > match.maxWords)) return false;
  if (whole) return match.test(line, folded);
  const cut = line.indexOf('\n');
  const [head, tail] = [line.slice(0, cut), line.slice(cut + 1)];
  if (action.kind !== 'suffix' && match.test(head, fold(head))) return true;
  return action.kind !== 'prefix' && match.test(tail, fold(tail));
}
