import type { ExamplesRun, FailedExample } from '../rules/run-examples.js';
import type { Colours } from './colours.js';
import { plural } from './format.js';

const SAYS: Readonly<Record<FailedExample['what'], string>> = {
  noisy: 'noisy: this should stay as it is',
  missing: 'missing: this should have gone',
  wrong: 'wrong: this became something else',
  todo: 'todo: this gap is none any more; move it to examples',
};

/** What the examples of rules gave, of all that there are or of those that could be loaded: each failure with its place and the difference, and a last line of counts. */
export function showExamples(
  { rules, examples, failed }: ExamplesRun,
  isComplete: boolean,
  colours: Colours,
): string {
  const all = `${plural(rules, 'rule')}, ${plural(examples, 'example')}`;
  const result = failed.length > 0 ? `${failed.length} failed` : 'all as they should be';
  const end = isComplete ? `${all}: ${result}` : `${all}: ${result}, but for what could not be loaded`;
  return [...failed.map(one => showFailure(one, colours)), end, ''].join('\n');
}

function showFailure(
  { rule, file, line, column, what, expected, actual, text }: FailedExample,
  colours: Colours,
): string {
  const head = `${file}:${line}:${column}  ${colours.bold(rule)}  ${SAYS[what]}`;
  if (what === 'todo') return `${head}\n`;
  const wanted = what === 'missing' && expected === '' ? [] : signed('-', expected, colours.red);
  const got =
    what === 'missing' && actual === '' ? signed(' ', text, colours.dim) : signed('+', actual, colours.green);
  return [head, ...wanted, ...got, ''].join('\n');
}

function signed(sign: string, text: string, colour: (text: string) => string): string[] {
  return text === '' ? [] : text.split('\n').map(line => colour(`    ${sign} ${line}`));
}
