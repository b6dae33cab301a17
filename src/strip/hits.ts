import type { Meter } from '../core/meter.js';
import { fold } from './fold.js';
import type { Page } from './page.js';
import { countWords } from './prose.js';
import type { Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';

/** Longer lines are prose: only their ends are looked at (UTF-16 units). */
export const WHOLE_LINE = 300;
/** How much of each end of a longer line is looked at. */
export const EDGE = 160;

/** What a meter calls the work of a rule. */
export const RULE = 'rule ';

/** Which lines each rule matches, by the rule's order, as far as that can be told from the line alone. */
export function findHits(
  ruleSet: RuleSet,
  active: Uint8Array,
  page: Page,
  meter?: Meter,
): Map<number, number[]> {
  const { text } = page;
  const hits = new Map<number, number[]>();
  for (let i = 0; i < page.count; i++) {
    const [start, end] = [page.start(i), page.end(i)];
    const whole = end - start <= WHOLE_LINE;
    const orders = (whole ? ruleSet.lines : ruleSet.edges).candidates(text, start, end);
    if (orders.length === 0) continue;
    const [head, tail] = whole
      ? [text.slice(start, end), '']
      : [text.slice(start, start + EDGE), text.slice(end - EDGE, end)];
    const sight = { whole, head, foldedHead: fold(head), tail, foldedTail: fold(tail) };
    for (const order of orders) {
      const rule = ruleSet.rules[order];
      if (active[order] !== 1 || !rule) continue;
      meter?.begin(RULE + rule.id);
      const isHit = matches(rule, sight);
      meter?.end(head.length + tail.length);
      if (!isHit) continue;
      const list = hits.get(order);
      if (list) list.push(i);
      else hits.set(order, [i]);
    }
  }
  return hits;
}

/** What rules see of a line: all of it, or the two ends of a long one. */
interface Sight {
  readonly whole: boolean;
  readonly head: string;
  readonly foldedHead: string;
  readonly tail: string;
  readonly foldedTail: string;
}

function matches({ action }: Rule, { whole, head, foldedHead, tail, foldedTail }: Sight): boolean {
  if (!('match' in action)) return false;
  if (action.kind === 'icons') return true;
  const { match } = action;
  if (match.maxWords !== Infinity && (!whole || countWords(head, match.maxWords) > match.maxWords))
    return false;
  if (whole) return match.test(head, foldedHead);
  if (action.kind !== 'suffix' && match.test(head, foldedHead)) return true;
  return action.kind !== 'prefix' && match.test(tail, foldedTail);
}
