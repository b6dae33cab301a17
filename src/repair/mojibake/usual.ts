import type { LetterModel } from './letters.js';

/** Nats above what letters, and other characters, cost in any language, from which a line is looked at closely. */
const USUAL_LETTER = 4.5;
const USUAL_NOT_LATIN = 5.2;
const USUAL_SIGN = 9.5;
export const LATIN_SCRIPT = 1;
export const HOT = 4;

export function usualCost(unit: number, { scripts }: LetterModel): number {
  const script = isAsciiLetter(unit) ? LATIN_SCRIPT : (scripts[unit] ?? 0);
  return script === 0 ? USUAL_SIGN : script === LATIN_SCRIPT ? USUAL_LETTER : USUAL_NOT_LATIN;
}

function isAsciiLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}
