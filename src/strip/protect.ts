import { fold } from './fold.js';
import { EDGE, WHOLE_LINE } from './hits.js';
import type { Page } from './page.js';
import { countWords } from './prose.js';
import type { RuleSet } from './rule-set.js';

/** Whether the user's accept list or a `keep` rule forbids to touch a line. Asked only of lines that a rule wants. */
export function isProtected(ruleSet: RuleSet, active: Uint8Array, page: Page, line: number): boolean {
  return protectorOf(ruleSet, active, page, line) !== undefined;
}

/** Who forbids to touch a line: the id of a `keep` rule, or `ACCEPTED` for the user's accept list. */
export function protectorOf(
  { accept, keeps }: RuleSet,
  active: Uint8Array,
  page: Page,
  line: number,
): string | undefined {
  if (accept.size + keeps.length === 0) return undefined;
  const text = page.line(line);
  if (accept.has(text)) return ACCEPTED;
  const seen = text.length <= WHOLE_LINE ? text : text.slice(0, EDGE);
  return keeps.find(
    ({ rule: { order, position }, match }) =>
      active[order] === 1 &&
      match.test(seen, fold(seen)) &&
      (match.maxWords === Infinity || countWords(text) <= match.maxWords) &&
      (position !== 'head' || page.isHead(line)) &&
      (position !== 'tail' || page.isTail(line)),
  )?.rule.id;
}

/** No id of a rule. */
export const ACCEPTED = 'accept.txt';
