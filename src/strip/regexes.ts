import { isRegex, list } from './match.js';
import type { EdgeSpec, MatchSpec, RuleSpec } from './schema.js';

/** A regular expression as a rule's author wrote it. */
export interface WrittenRegex {
  readonly source: string;
  readonly flags: string;
  /** Below the rule. */
  readonly path: readonly string[];
}

/** Every regular expression of a rule. */
export function regexesOf({
  line,
  keep,
  caption,
  block,
  prefix,
  suffix,
  span,
  capture,
}: RuleSpec): WrittenRegex[] {
  return [
    ...ofMatch(line, ['line']),
    ...ofMatch(keep, ['keep']),
    ...ofMatch(caption, ['caption']),
    ...ofMatch(block?.from, ['block', 'from']),
    ...(typeof block?.to === 'object' && 'regex' in block.to ? [one(block.to.regex, ['block', 'to'])] : []),
    ...ofMatch(prefix, ['prefix']),
    ...ofMatch(suffix, ['suffix']),
    ...(span ? [one(span.find, ['span', 'find'])] : []),
    ...(capture ? [one(capture.line, ['capture', 'line'], capture.ignoreCase)] : []),
  ];
}

function ofMatch(spec: MatchSpec | EdgeSpec | RuleSpec['caption'], path: readonly string[]): WrittenRegex[] {
  if (spec === undefined) return [];
  if (typeof spec === 'string' || Array.isArray(spec))
    return list(spec)
      .filter(isRegex)
      .map(source => one(source, path));
  return list(spec.regex).map(source => one(source, [...path, 'regex'], spec.ignoreCase));
}

function one(source: string, path: readonly string[], ignoreCase = false): WrittenRegex {
  return { source, flags: ignoreCase ? 'iu' : 'u', path };
}
