import { closest, distance } from 'fastest-levenshtein';
import { list } from '../strip/match.js';
import type { RuleSet } from '../strip/rule-set.js';

/** Every whole line that a rule names, in lower case, with the rule. */
export type NamedTexts = ReadonlyMap<string, string>;

export function namedTexts({ rules }: RuleSet): NamedTexts {
  const texts = new Map<string, string>();
  for (const { id, spec } of rules) {
    for (const match of [spec.line, spec.block?.from]) {
      if (match === undefined) continue;
      const named = typeof match === 'string' || Array.isArray(match) ? list(match) : list(match.text);
      for (const text of named) if (!texts.has(text.toLowerCase())) texts.set(text.toLowerCase(), id);
    }
  }
  return texts;
}

/** Of a line's letters at most this share may differ for a text to be like it. */
const ALIKE = 0.4;

/** The text most like a line and its rule; both '' when none is like it. */
export function nearestText(
  line: string,
  texts: NamedTexts,
): { readonly nearest: string; readonly nearestText: string } {
  const folded = line.toLowerCase();
  const text = texts.size === 0 ? '' : closest(folded, [...texts.keys()]);
  const isLike = text !== '' && distance(folded, text) <= ALIKE * folded.length;
  return isLike ? { nearest: texts.get(text) ?? '', nearestText: text } : { nearest: '', nearestText: '' };
}
