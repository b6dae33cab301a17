import { isAccent, together } from './accents.js';
import { languagesOf } from './alphabets.js';
import { type LetterModel, signOf } from './letters.js';
import { LATIN_SCRIPT } from './usual.js';

const WITHIN = 2;
/** Typographers' hyphens stand within words, where the model of letters knows the one of ASCII only. */
const HYPHEN = 0x2010;
const HYPHEN_THAT_HOLDS = 0x2011;
/** The capital that Turkish makes of i, for which the model of letters has no small one. */
const DOTTED = 0x130;

/** Whether a line holds nothing above ASCII but letters of one language that is written in Latin letters, and signs. */
export function isPlain(
  units: Uint16Array,
  start: number,
  end: number,
  { scripts, upper }: LetterModel,
): boolean {
  const languages = languagesOf();
  for (let i = start; i < end; i++) {
    const now = units[i] ?? 0;
    if (now < 0x80) continue;
    const last = i > start ? (units[i - 1] ?? 0) : 32;
    if (isAccent(now)) {
      if (!languages.have(together(last, now))) return false;
    } else if (scripts[now] === LATIN_SCRIPT || now === DOTTED) {
      if (upper[now] === 1 && scripts[last] === LATIN_SCRIPT && upper[last] === 0) return false;
      if (!languages.have(now)) return false;
    } else if (signOf(now) !== WITHIN && now !== HYPHEN && now !== HYPHEN_THAT_HOLDS) {
      if (signOf(now) === 0 || (scripts[last] !== 0 && scripts[units[i + 1] ?? 0] !== 0)) return false;
    }
  }
  return true;
}
