import { type Context, NO_CONTEXT } from '../core/stage.js';
import { type RuleSet, ruleSetOf } from '../strip/rule-set.js';
import { stripStage } from '../strip/stage.js';
import type { Tried } from './try.js';

/** Seconds that each rule by itself takes for these documents, slowest first. `now` is a clock in milliseconds. */
export function timings(
  sample: readonly Tried[],
  { rules }: RuleSet,
  level: Context['level'],
  now: () => number,
): { rule: string; seconds: number }[] {
  const timed = rules.map(rule => {
    const stage = stripStage(ruleSetOf([{ ...rule, order: 0 }], []));
    const started = now();
    for (const document of sample) stage.run(document.text, { ...NO_CONTEXT, ...document, level });
    return { rule: rule.id, seconds: (now() - started) / 1000 };
  });
  return timed.sort((a, b) => b.seconds - a.seconds);
}
