import { NO_FIELDS } from '../core/document.js';
import { apply } from '../core/edits.js';
import { furniture } from '../settle/furniture.js';
import { linesOf } from '../settle/lines.js';
import type { RunExample } from '../strip/examples.js';
import { repeatRules } from '../strip/repeat-rules.js';
import type { Often } from '../core/repeat.js';
import { ruleSetOf } from '../strip/rule-set.js';
import type { ExampleSpec } from '../strip/schema.js';

/** A made host, where the rule's scope names none. */
const HOST = 'host.example';
/** Stands on all documents of it, above the foot of the page. */
const COMMON = 'All the news of the harbour';

/** Runs an example of a rule of kind repeat on one page of a host on which the example's lines stand as often as it says. */
export const runRepeatExample: RunExample = ({ rule, example, from, before, after, context }, text) => {
  if (rule.action.kind !== 'repeat') throw new TypeError(`${rule.id} counts no lines`);
  const site = context.host || HOST;
  const [holding, documents] = onOf(example, rule.action);
  const page = rule.action.foot ? [before, COMMON, from, after].filter(Boolean).join('\n\n') : text;
  const keys = (of: string): Set<number> => new Set(linesOf(of, site).flatMap(({ key }) => key ?? []));
  const [own, common] = [keys(from), keys(COMMON)];
  const counts = {
    host: site,
    documents,
    holding: (key: number) => (common.has(key) ? documents : own.has(key) ? holding : 0),
  };
  const rules = repeatRules(ruleSetOf([{ ...rule, order: 0 }], []), context.level);
  const { edits } = furniture(page, '', counts, rules.rulesFor(page, { lang: context.lang, site }));
  const left = apply(page, edits);
  const found = left.replace(new RegExp(`(?:^|\\n+)${COMMON}(?=\\n|$)`), '');
  return { text: rule.action.foot ? found : left, fields: NO_FIELDS, marks: [] };
};

/** On how many of how many documents the example stands: on all of a host that is just large enough, if it does not say. */
function onOf({ on }: ExampleSpec, { documents }: Often): readonly [holding: number, documents: number] {
  const [some = documents, all = documents] = on?.split(' of ').map(Number) ?? [];
  return [some, all];
}
