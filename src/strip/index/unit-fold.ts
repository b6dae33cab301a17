import { unitsLike } from '../../core/unit-classes.js';
import { fold, FOLDED } from '../fold.js';

/**
 * `fold`, unit by unit: what each UTF-16 unit stands for in the index. A unit that folds to several stays as it is,
 * as it does under a regex's `iu` flags.
 */
export const UNIT_FOLD = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
for (const char of unitsLike(FOLDED)) {
  const folded = fold(char);
  if (folded.length === 1) UNIT_FOLD[char.charCodeAt(0)] = folded.charCodeAt(0);
}

/** A text in the form in which the index holds it; as long as the text. */
export function foldUnits(text: string): string {
  return String.fromCharCode(
    ...Array.from({ length: text.length }, (_, i) => UNIT_FOLD[text.charCodeAt(i)] ?? 0),
  );
}
