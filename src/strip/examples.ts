import { languagesOf } from '../core/languages.js';
import { type Context, NO_CONTEXT } from '../core/stage.js';
import { type Converged, converge } from './converge.js';
import type { Rule } from './rule.js';
import { ruleSetOf } from './rule-set.js';
import type { ExampleSpec } from './schema.js';
import { PROSE } from './standard-body.js';
import { stripStage } from './stage.js';

/** `noisy`: what should stay was changed. `missing`: what should go stayed. `wrong`: it became something else. */
export interface ExampleFailure {
  readonly what: 'noisy' | 'missing' | 'wrong';
  /** Below the rule: `['examples', 2]`. */
  readonly path: readonly ['examples' | 'todo', number];
  /** The example's own text. */
  readonly text: string;
  readonly expected: string;
  readonly actual: string;
}

/** An example where its rule meets it. */
export interface Placed {
  readonly rule: Rule;
  readonly example: ExampleSpec;
  /** The example's own text, and what stands around it. */
  readonly from: string;
  readonly before: string;
  readonly after: string;
  readonly context: Context;
}

/** What is left of the text in its surroundings. */
export type RunExample = (placed: Placed, text: string) => Pick<Converged, 'text' | 'fields' | 'marks'>;

/** Runs a rule's examples, each by that rule alone and inside a standard body of prose. */
export function failingExamples(rule: Rule, run = runAlone(rule)): ExampleFailure[] {
  return rule.spec.examples.flatMap((example, i) => {
    const failure = tryExample(rule, example, run);
    return failure ? [{ ...failure, path: ['examples', i] as const }] : [];
  });
}

/** Indexes of `todo` examples that pass: they are no gaps any more. */
export function passingTodos(rule: Rule, run = runAlone(rule)): number[] {
  return (rule.spec.todo ?? []).flatMap((example, i) => (tryExample(rule, example, run) ? [] : [i]));
}

function runAlone(rule: Rule): RunExample {
  const stage = stripStage(ruleSetOf([{ ...rule, order: 0 }], []));
  return ({ context }, text) => converge(stage, text, context);
}

function tryExample(
  rule: Rule,
  example: ExampleSpec,
  run: RunExample,
): Omit<ExampleFailure, 'path'> | undefined {
  const from = textOf(example);
  const to = 'drop' in example ? '' : 'keep' in example ? from : (example.to ?? from);
  const context = {
    ...NO_CONTEXT,
    level: rule.level,
    lang: languagesOf(example.lang ?? '')[0] ?? rule.langs[0] ?? 'und',
    host: example.host ?? rule.hosts[0] ?? '',
  };
  const [before, after] = surroundings(rule);
  const result = run({ rule, example, from, before, after, context }, inBody(rule, from));
  const expected = inBody(rule, to);
  const fields = 'from' in example ? (example.fields ?? {}) : {};
  const caption = 'from' in example ? example.caption : undefined;
  const notes = Object.entries(fields).flatMap(([name, value]) =>
    result.fields[name as 'title'] === value ? [] : [`${name}: ${result.fields[name as 'title']}`],
  );
  const captions = result.marks.map(({ start, end }) => result.text.slice(start, end));
  const marks =
    !('keep' in example) && caption === undefined ? [] : captions.filter(line => line !== caption);
  if (caption !== undefined && !captions.includes(caption)) marks.push('(no caption)');
  const taken = 'keep' in example && rule.action.kind !== 'title' ? [] : notes;
  if ('keep' in example && rule.action.kind === 'title' && result.fields.title !== '')
    taken.push(`title: ${result.fields.title}`);
  if (result.text === expected && marks.length === 0 && taken.length === 0) return undefined;
  const what =
    to === from
      ? marks.length + taken.length > 0 && !('keep' in example)
        ? 'missing'
        : 'noisy'
      : result.text === inBody(rule, from)
        ? 'missing'
        : 'wrong';
  const seen = [outOfBody(rule, result.text), ...marks.map(line => `caption: ${line}`), ...taken];
  return { what, text: from, expected: to, actual: seen.filter(Boolean).join('\n') };
}

function textOf(example: ExampleSpec): string {
  return 'drop' in example ? example.drop : 'keep' in example ? example.keep : example.from;
}

/** The text where a rule of this kind would meet it on a page. */
function inBody(rule: Rule, text: string): string {
  const [before, after] = surroundings(rule);
  return [before, text, after].filter(part => part !== '').join('\n\n');
}

function outOfBody(rule: Rule, text: string): string {
  const [before, after] = surroundings(rule);
  const from = before !== '' && text.startsWith(before) ? before.length : 0;
  const to = after !== '' && text.endsWith(after) ? text.length - after.length : text.length;
  return text.slice(from, Math.max(from, to)).trim();
}

function surroundings({ position, action }: Rule): readonly [before: string, after: string] {
  const all = PROSE.join('\n\n');
  const half = PROSE.length >> 1;
  if (position === 'head' || action.kind === 'head' || action.kind === 'title') return ['', all];
  if (action.kind === 'duplicates' && action.of === 'title') return ['', all];
  if ('match' in action && action.match.beforeTitle)
    return ['', `Old harbour wall to be rebuilt in stone\n\n${all}`];
  if (action.kind === 'classifier' || (action.kind === 'repeat' && action.foot)) return [all, ''];
  if (position === 'tail' || (action.kind === 'block' && action.to.to === 'end')) return [all, ''];
  if ('match' in action && !action.match.beforeProse) return [all, ''];
  return [PROSE.slice(0, half).join('\n\n'), PROSE.slice(half).join('\n\n')];
}
