import { type Draft, dropLines } from './draft.js';
import { chooseLines } from './lines/choose.js';
import { shippedModel } from './lines/model.js';
import type { Page } from './page.js';
import type { Rule } from './rule.js';

/** Drops what the line model takes for furniture among the lines that other rules have left; each says how sure it is. */
export function applyClassifier(
  draft: Draft,
  page: Page,
  rule: Rule,
  atLeast: number,
  isAllowed: (line: number) => boolean,
): void {
  const left = Array.from({ length: page.count }, (_, line) => line).filter(line => !draft.dropped.has(line));
  const chosen = chooseLines(
    {
      text: page.text,
      count: left.length,
      start: at => page.start(left[at] ?? 0),
      end: at => page.end(left[at] ?? 0),
    },
    shippedModel(),
    atLeast,
    at => {
      const line = left[at] ?? 0;
      // A caption is marked as one, which is all that anyone asked for.
      return draft.captions.has(line) || !isAllowed(line);
    },
  );
  const scores = new Map([...chosen].map(([at, score]) => [left[at] ?? 0, score]));
  if (scores.size === 0 || !dropLines(draft, page, rule, [...scores.keys()])) return;
  for (const [line, score] of scores) draft.notes.set(line, score.toFixed(3));
}
