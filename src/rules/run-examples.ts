import type { Diagnostic } from '../core/diagnostic.js';
import { type ExampleFailure, failingExamples, passingTodos, type RunExample } from '../strip/examples.js';
import type { Rule } from '../strip/rule.js';
import { runRepeatExample } from './repeat-examples.js';

/** One example that did not go as its rule says. */
export interface FailedExample extends Pick<Diagnostic, 'file' | 'line' | 'column'> {
  readonly rule: string;
  /** As in ExampleFailure; `todo`: a known gap that is none any more. */
  readonly what: ExampleFailure['what'] | 'todo';
  readonly text: string;
  readonly expected: string;
  readonly actual: string;
}

export interface ExamplesRun {
  readonly rules: number;
  readonly examples: number;
  readonly failed: readonly FailedExample[];
}

/** Runs the examples of these rules, each by its rule alone. */
export function runExamples(rules: readonly Rule[]): ExamplesRun {
  const count = (rule: Rule): number => rule.spec.examples.length + (rule.spec.todo?.length ?? 0);
  return {
    rules: rules.length,
    examples: rules.reduce((sum, rule) => sum + count(rule), 0),
    failed: rules.flatMap(rule => [...failures(rule), ...gaps(rule)]),
  };
}

/** Rules that count lines need other documents as well. */
function runOf({ action }: Rule): RunExample | undefined {
  return action.kind === 'repeat' ? runRepeatExample : undefined;
}

function failures(rule: Rule): FailedExample[] {
  return failingExamples(rule, runOf(rule)).map(({ path, ...failure }) => ({
    ...place(rule, path),
    ...failure,
  }));
}

function gaps(rule: Rule): FailedExample[] {
  return passingTodos(rule, runOf(rule)).map(i => ({
    ...place(rule, ['todo', i]),
    what: 'todo',
    text: '',
    expected: '',
    actual: '',
  }));
}

function place(
  rule: Rule,
  path: readonly (string | number)[],
): Pick<FailedExample, 'rule' | 'file' | 'line' | 'column'> {
  const { file, line, column } = rule.at(path, '');
  return { rule: rule.id, file, line, column };
}
