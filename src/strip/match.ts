import { bare, fold, LABEL_END_UNITS } from './fold.js';
import { isAnchored, longestMatch, requiredLiterals, startLiterals } from './regex/literals.js';
import { parseRegex, type RegexNode } from './regex/parse.js';
import { superLinear } from './regex/safety.js';
import { ANY_LENGTH, type Key, type Matcher } from './rule.js';
import { factsOf, type RegexFacts } from './rule-memo.js';
import type { MatchSpec, PatternSpec } from './schema.js';

/** Says where in the rule a fault is: a path below the rule. */
export type Fault = (
  path: readonly (string | number)[],
  message: string,
  hint: string,
  isWarning?: boolean,
) => void;

/** A line that matches without a literal may be this long (UTF-16 units) to be tried on every line. */
const SHORT = 60;

type Test = (line: string, folded: string) => boolean;

/** Compiles what a rule says of a line; reports faults and gives undefined when there are any. */
export function compileMatch(
  spec: MatchSpec,
  path: readonly (string | number)[],
  fault: Fault,
): Matcher | undefined {
  const simple = typeof spec === 'string' || Array.isArray(spec);
  const full: PatternSpec = simple ? sortTexts(list(spec)) : spec;
  const { ignoreCase } = full;
  const tests: Test[] = [];
  const keys: Key[] = [];
  let bad = false;

  const exact = ignoreCase === false;
  const form = exact ? (text: string): string => text : fold;
  if (simple) warnOfSigns(spec, path, fault);
  const whole = new Set(list(full.text).map(one => bare(form(one))));
  if (whole.size > 0) tests.push((line, folded) => whole.has(bare(exact ? line : folded)));
  for (const one of list(full.text)) keys.push(wholeKey(bare(one), !exact));
  for (const [name, at, test] of PARTS) {
    for (const one of list(full[name])) {
      const part = form(one);
      tests.push((line, folded) => test(exact ? line : folded, part));
      keys.push({ type: 'literal', text: one, ignoreCase: !exact, at, longest: ANY_LENGTH });
    }
  }
  for (const [i, source] of list(full.regex).entries()) {
    const at = simple
      ? Array.isArray(spec)
        ? [...path, spec.indexOf(source)]
        : path
      : [...path, 'regex', ...(Array.isArray(full.regex) ? [i] : [])];
    const compiled = compileRegex(source, ignoreCase === true ? 'iu' : 'u', at, fault);
    if (!compiled) bad = true;
    else {
      tests.push(line => compiled.regex.test(line));
      keys.push(...compiled.keys);
    }
  }
  if (bad) return undefined;
  return {
    test: (line, folded) => tests.some(test => test(line, folded)),
    maxWords: full.maxWords ?? Infinity,
    beforeProse: full.beforeProse ?? true,
    beforeTitle: full.beforeTitle ?? false,
    foreign: full.foreign ?? false,
    long: full.long ?? false,
    keys,
  };
}

/** How a whole line is found, with or without what labels end with. */
function wholeKey(text: string, ignoreCase: boolean): Key {
  const longest = text.length + LABEL_END_UNITS;
  return text === ''
    ? { type: 'short', longest }
    : { type: 'literal', text, ignoreCase, at: 'start', longest };
}

const PARTS: readonly (readonly [
  name: 'starts' | 'ends' | 'contains',
  at: 'start' | 'end' | 'any',
  test: (line: string, part: string) => boolean,
])[] = [
  ['starts', 'start', (line, part) => line.startsWith(part)],
  ['ends', 'end', (line, part) => line.endsWith(part)],
  ['contains', 'any', (line, part) => line.includes(part)],
];

/** What hardly any line of text holds. */
const REGEX_SIGNS = /\\\S|\(\?[:=!<i]|\.[*+]|\[[^\]]{1,40}\][*+?{]|\{\d+,\d*\}|^\/.+\/[a-z]*$/;

/** Tells of texts that were meant as a regex, for all they look like. */
export function warnOfSigns(
  spec: string | readonly string[],
  path: readonly (string | number)[],
  fault: Fault,
): void {
  for (const [i, text] of list(spec).entries())
    if (!isRegex(text) && REGEX_SIGNS.test(text))
      fault(
        typeof spec === 'string' ? path : [...path, i],
        'This is taken as it stands, signs and all: a regular expression begins with ^ or ends with $.',
        'Begin it with ^ or end it with $, or write { regex: … } for what stands anywhere in a line.',
        true,
      );
}

/** A text that begins with ^ or ends with $ is a regex. */
function sortTexts(texts: readonly string[]): PatternSpec {
  const regex = texts.filter(isRegex);
  const text = texts.filter(one => !isRegex(one));
  return { ...(text.length > 0 ? { text } : {}), ...(regex.length > 0 ? { regex } : {}) };
}

export function isRegex(text: string): boolean {
  return text.startsWith('^') || text.endsWith('$');
}

export function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

export interface CompiledRegex {
  readonly regex: RegExp;
  readonly keys: readonly Key[];
  /** Strings of which every match holds one, as written; empty when there are none. */
  readonly literals: readonly string[];
}

/** Compiles a regex if it is valid and looks linear, and finds what the index may know it by. */
export function compileRegex(
  source: string,
  flags: string,
  path: readonly (string | number)[],
  fault: Fault,
): CompiledRegex | undefined {
  let regex: RegExp;
  try {
    regex = new RegExp(source, flags);
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : '';
    fault(path, `This is not a regular expression: ${message}`, regexHint(source));
    return undefined;
  }
  const ignoreCase = flags.includes('i');
  const facts = factsOf(source, flags, () => {
    const node = parseRegex(source);
    const danger = superLinear(node, ignoreCase ? 'iu' : 'u');
    if (!danger) return knownBy(node);
    const on = danger.attack === '' ? '' : ` For instance on ${danger.attack}`;
    fault(path, 'This regular expression can take far longer than its text is long.', `${danger.why}${on}`);
    return undefined;
  });
  return facts && { regex, keys: keysOf(facts, ignoreCase), literals: facts.literals ?? [] };
}

function knownBy(node: RegexNode): RegexFacts {
  const whole = isAnchored(node, 'start') && isAnchored(node, 'end');
  const longest = whole ? Math.min(longestMatch(node), ANY_LENGTH) : ANY_LENGTH;
  const [starts, literals] = [startLiterals(node), requiredLiterals(node)];
  return { ...(literals ? { literals } : {}), ...(starts ? { starts } : {}), longest };
}

/** The start of a line is found for nothing, so what is known of it comes first. */
function keysOf({ starts, literals, longest }: RegexFacts, ignoreCase: boolean): Key[] {
  const texts = starts ?? literals;
  if (!texts) return [longest <= SHORT ? { type: 'short', longest } : { type: 'slow' }];
  const at = starts ? 'start' : 'any';
  return texts.map(text => ({ type: 'literal', text, ignoreCase, at, longest }));
}

function regexHint(source: string): string {
  if (/\\[^\w\s^$\\.*+?()[\]{}|/-]/.test(source))
    return 'With flag u only the signs ^ $ \\ . * + ? ( ) [ ] { } | / may have a backslash before them.';
  return 'Signs of the text itself, such as ( ? . [, need a backslash before them.';
}
