import { sha256 } from '../core/hash.js';
import type { FileSpec, RuleSpec } from './schema.js';

/** What the index may know a regex by; its safety has been proved. */
export interface RegexFacts {
  /** Strings of which every match holds one, as written; missing when there are none. */
  readonly literals?: readonly string[];
  /** Strings with one of which every match begins a line. */
  readonly starts?: readonly string[];
  /** UTF-16 units of the longest line that can match. */
  readonly longest: number;
}

/** A rule file in which nothing is wrong. */
export interface CheckedFile {
  readonly scopes: FileSpec;
  readonly rules: readonly (readonly [name: string, spec: RuleSpec])[];
}

/**
 * What is known of the texts of rule files and of regexes. It follows from the texts alone, and reading and checking
 * them takes longer than cleaning ten articles: so it is found out once, sent to threads, and comes with limpia for
 * the rules that come with it. Plain data.
 */
export interface RuleMemo {
  readonly files: readonly (readonly [hash: string, file: CheckedFile])[];
  readonly regexes: readonly (readonly [flagsAndSource: string, facts: RegexFacts])[];
}

/** As many files and regexes as nobody has; a process that compiles ever new ones must not grow. */
const MOST = 20_000;

const files = new Map<string, CheckedFile>();
const regexes = new Map<string, RegexFacts>();

export function learnRules(memo: RuleMemo): void {
  for (const [hash, file] of memo.files) remember(files, hash, file);
  for (const [key, facts] of memo.regexes) remember(regexes, key, facts);
}

export function knownRules(): RuleMemo {
  return { files: [...files], regexes: [...regexes] };
}

export const ruleFiles = {
  recall: (text: string): CheckedFile | undefined => files.get(sha256(text)),
  remember: (text: string, file: CheckedFile): void => {
    remember(files, sha256(text), file);
  },
};

/** @param find gives undefined for a regex that may not be used; that is not remembered. */
export function factsOf(
  source: string,
  flags: string,
  find: () => RegexFacts | undefined,
): RegexFacts | undefined {
  const key = `${flags}/${source}`;
  const known = regexes.get(key);
  if (known) return known;
  const found = find();
  if (found) remember(regexes, key, found);
  return found;
}

function remember<T>(memo: Map<string, T>, key: string, value: T): void {
  if (memo.size >= MOST) memo.clear();
  memo.set(key, value);
}
