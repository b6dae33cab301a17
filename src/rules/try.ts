import type { Fields } from '../core/document.js';
import { type Context, NO_CONTEXT } from '../core/stage.js';
import { converge } from '../strip/converge.js';
import type { Rule } from '../strip/rule.js';
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
  readonly changed: readonly Changed[];
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
  const alone = [before, after].flatMap(({ rules }) => rules.filter(rule => rule.id === id)).map(byItself);
  const [old, now] = [stripStage(before), stripStage(after)];
  const changed: Changed[] = [];
  let [fires, heldBack] = [0, 0];
  for (const document of sample) {
    const context: Context = { ...NO_CONTEXT, ...document, level };
    if (!alone.some(stage => stage === undefined || touches(stage, document.text, context))) continue;
    const first = now.run(document.text, context);
    if (first.skipped?.some(({ by }) => by === id)) heldBack++;
    if (first.edits.some(({ by }) => by === id) || first.marks?.some(({ by }) => by === id)) fires++;
    const [was, is] = [converge(old, document.text, context).text, converge(now, document.text, context).text];
    if (was === is) continue;
    const share = Math.max(0, was.length - is.length) / Math.max(1, was.length);
    changed.push({ place: document.place, gone: without(was, is), come: without(is, was), share });
  }
  return { documents: sample.length, fires, heldBack, changed };
}

type Stage = ReturnType<typeof stripStage>;

/** A `keep` rule does nothing by itself. */
function byItself(rule: Rule): Stage | undefined {
  return rule.action.kind === 'keep' ? undefined : stripStage(ruleSetOf([{ ...rule, order: 0 }], []));
}

function touches(stage: Stage, text: string, context: Context): boolean {
  const { edits, fields, marks, skipped } = stage.run(text, context);
  return edits.length > 0 || fields !== undefined || marks !== undefined || skipped !== undefined;
}

/** The lines of one text that the other has not, each as often as it has fewer of it. */
function without(text: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const line of other.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  return text.split('\n').filter(line => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0 && line !== '';
  });
}
