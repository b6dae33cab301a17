import { francAll } from 'franc';
import { macro } from '../core/languages.js';

/** franc gains nothing from longer texts, and is slow (0.6 MB/s). In UTF-16 units. */
const FRANC_UNITS = 300;
/** Its answers on shorter text are wrong more often than right. */
const LEAST_LETTERS = 80;
/**
 * Mean weight of a feature for the likeliest language from which franc is not asked: 19 of 20 texts of 100 letters in
 * languages that the model knows have more, 3 of 4 in others less.
 */
const KNOWN = 0.69;
/** How sure to be of an answer that only franc gives: measured on languages that the model lacks. */
const SCORE = 0.6;

/**
 * franc's answer, where it is a language that the model lacks and there is little that speaks for the model's own.
 * franc knows 187 languages, many of them better than nobody.
 */
export function longTail(
  text: string,
  letters: number,
  meaning: number,
  known: readonly string[],
): { readonly lang: string; readonly score: number } | undefined {
  if (letters < LEAST_LETTERS || meaning >= KNOWN) return undefined;
  const [best] = francAll(text.slice(0, FRANC_UNITS), { minLength: 1 });
  const lang = macro(best?.[0] ?? 'und');
  return lang === 'und' || known.includes(lang) ? undefined : { lang, score: SCORE };
}
