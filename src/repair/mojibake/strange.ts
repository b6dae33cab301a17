import { areOfOneLanguage } from './alphabets.js';
import { isFluent } from './fluent.js';
import { costAfter, type LetterModel, loadLetters, signOf } from './letters.js';

/** Nats above what letters, and other characters, cost in any language, from which a line is looked at closely. */
const USUAL_LETTER = 4.5;
const USUAL_NOT_LATIN = 5.5;
const USUAL_SIGN = 9.5;
const LATIN_SCRIPT = 1;
export const HOT = 4;

/** Whether a line of a text looks like no language. */
export function isStrange(units: Uint16Array): boolean {
  return strangeLines(units, loadLetters()).next().done !== true;
}

/** Lines that hold a place which is dear in any language: `[start, end)` of each. */
export function* strangeLines(
  units: Uint16Array,
  letters: LetterModel,
): Generator<readonly [number, number]> {
  for (let start = 0; ;) {
    const at = strangeAt(units, start, letters);
    if (at < 0) return;
    const from = at === 0 ? 0 : units.lastIndexOf(LF, at - 1) + 1;
    const end = units.indexOf(LF, at);
    const to = end < 0 ? units.length : end;
    if (!isPlain(units, from, to, letters) && !isFluent(units, from, to, letters)) yield [from, to];
    start = to + 1;
  }
}

const LF = 10;

/** The first strange place from the start of a line; -1 for none. */
function strangeAt(units: Uint16Array, start: number, letters: LetterModel): number {
  const { length } = units;
  let sum = 0;
  let i = start;
  for (;;) {
    if (sum === 0) while (i < length && (units[i] ?? 0) < 0x80) i++;
    else for (; i < length && (units[i] ?? 0) < 0x80; i++) if (units[i] === LF) sum = 0;
    if (i >= length) return -1;
    let last = i > start ? (units[i - 1] ?? 0) : 32;
    let before = i > start + 1 ? (units[i - 2] ?? 0) : 32;
    for (; i < length && (last >= 0x80 || (units[i] ?? 0) >= 0x80); i++) {
      const now = units[i] ?? 0;
      sum += excess(letters, before, last, now === LF ? 32 : now);
      if (sum >= HOT) return i;
      if (sum < 0 || now === LF) sum = 0;
      before = last;
      last = now;
    }
  }
}

/** Whether a line holds nothing above ASCII but letters of one language that is written in Latin letters, and signs. */
function isPlain(units: Uint16Array, start: number, end: number, { scripts, upper }: LetterModel): boolean {
  const used = new Set<number>();
  let last = 32;
  for (let i = start; i < end; i++) {
    const now = units[i] ?? 0;
    if (now >= 0x80) {
      if (scripts[now] === LATIN_SCRIPT) {
        if (upper[now] === 1 && scripts[last] === LATIN_SCRIPT && upper[last] === 0) return false;
        used.add(now);
      } else if (signOf(now) !== WITHIN && now !== HYPHEN && now !== HYPHEN_THAT_HOLDS) {
        if (signOf(now) === 0 || (scripts[last] !== 0 && scripts[units[i + 1] ?? 0] !== 0)) return false;
      }
    }
    last = now;
  }
  return areOfOneLanguage(used);
}
const WITHIN = 2;
/** Typographers' hyphens stand within words, where the model of letters knows the one of ASCII only. */
const HYPHEN = 0x2010;
const HYPHEN_THAT_HOLDS = 0x2011;

/** Pairs of units that were met lately, and what they cost beyond what is usual: looking up beats reckoning. */
const PLACES = 1 << 14;
const pairs = new Uint32Array(PLACES);
const costs = new Float32Array(PLACES);

/** What a unit costs after another beyond what is usual. What stands before the two matters only after capitals and signs. */
function excess(letters: LetterModel, before: number, last: number, now: number): number {
  if (
    letters.upper[last] === 1 ||
    (letters.scripts[last] === 0 && last >= 0x80 && letters.scripts[before] !== 0)
  )
    return costAfter(letters, before, last, now) - usualCost(now, letters);
  const pair = ((last << 16) | now) >>> 0;
  const place = ((last * 131) ^ (now * 7)) & (PLACES - 1);
  if (pairs[place] !== pair) {
    pairs[place] = pair;
    costs[place] = costAfter(letters, before, last, now) - usualCost(now, letters);
  }
  return costs[place] ?? 0;
}

export function usualCost(unit: number, { scripts }: LetterModel): number {
  const script = isAsciiLetter(unit) ? LATIN_SCRIPT : (scripts[unit] ?? 0);
  return script === 0 ? USUAL_SIGN : script === LATIN_SCRIPT ? USUAL_LETTER : USUAL_NOT_LATIN;
}

function isAsciiLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}
