import { fold } from './fold.js';
import { EDGE, WHOLE_LINE } from './hits.js';
import type { Page } from './page.js';
import { countWords } from './prose.js';
import type { RuleSet } from './rule-set.js';

/** Whether the user's accept list or a `keep` rule forbids to touch a line. Asked only of lines that a rule wants. */
export function isProtected(
  { accept, keeps }: RuleSet,
  active: Uint8Array,
  page: Page,
  line: number,
): boolean {
  if (accept.size + keeps.length === 0) return false;
  const text = page.line(line);
  if (accept.has(text)) return true;
  const seen = text.length <= WHOLE_LINE ? text : text.slice(0, EDGE);
  return keeps.some(
    ({ rule: { order, position }, match }) =>
      active[order] === 1 &&
      match.test(seen, fold(seen)) &&
      (match.maxWords === Infinity || countWords(text) <= match.maxWords) &&
      (position !== 'head' || page.isHead(line)) &&
      (position !== 'tail' || page.isTail(line)),
  );
}
