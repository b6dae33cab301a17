import { LETTERS } from './letter-data.js';
import { KINDS } from './model-data.js';
import { isAccent, together } from './accents.js';
import { loadModel } from './model.js';

/** What it costs to write one character after another, in nats: letters by their alphabet, all else by its kind. */
export interface LetterModel {
  /** Place of each UTF-16 unit in its alphabet, whatever its case; 0 for what is no letter of any. */
  readonly ids: Uint16Array;
  /** Its alphabet, from 1; 0 for none. */
  readonly scripts: Uint8Array;
  readonly upper: Uint8Array;
  /** The alphabet of a small letter; 0 for all else, accents among it. */
  readonly small: Uint8Array;
  readonly sizes: readonly number[];
  readonly tables: readonly Float32Array[];
}

/** Letters of two scripts side by side: СSS, ГrьЯe. */
const OTHER_SCRIPT = 8;
/** A capital within a word, a small letter after capitals, a capital at the start of a word, and one after capitals. */
const CAMEL = 5;
const FALL = 4;
const CAPITAL = 2;
const SHOUT = 0.3;

/** An accent apart from its letter is as good as one that is not; few letters have others, and a sign has none. */
const COMBINING = 3;
const UNUSUAL = 8;
const STRAY = 12;

/** Signs that stand beside words in any language, and those of them that stand within words as well. */
const SIGNS = new Uint8Array(0x10000);
const BESIDE = 1;
const WITHIN = 2;
for (const sign of '«»‹›“”„‚–…•') SIGNS[sign.charCodeAt(0)] = BESIDE;
for (const sign of "\u00a0’‘—·-'") SIGNS[sign.charCodeAt(0)] = WITHIN;
const BESIDE_COST = 3;
const SIGN_WITHIN = 8;

/** TNFα */
const GREEK = 2;
const FORMULA = 2;

/** Stands for the start and the end of a word, which is place 0 of every alphabet. */
const SPACE = 32;

let model: LetterModel | undefined;

/** Unpacks the tables when first asked for, in about 5 ms. */
export function loadLetters(): LetterModel {
  return (model ??= unpack());
}

function unpack(): LetterModel {
  const ids = new Uint16Array(0x10000);
  const scripts = new Uint8Array(0x10000);
  const upper = new Uint8Array(0x10000);
  const sizes = [0];
  const tables = [new Float32Array(0)];
  LETTERS.forEach(([alphabet, costs], index) => {
    sizes.push(alphabet.length);
    const table = new Float32Array(costs.length);
    for (let i = 0; i < costs.length; i++) table[i] = (costs.charCodeAt(i) - 35) / 7;
    tables.push(table);
    for (let id = 1; id < alphabet.length; id++) {
      const lower = alphabet.charAt(id);
      for (const letter of new Set([lower, lower.toUpperCase()])) {
        const code = letter.charCodeAt(0);
        if (letter.length !== 1 || (ids[code] !== 0 && letter !== lower)) continue;
        ids[code] = id;
        scripts[code] = index + 1;
        upper[code] = letter === lower ? 0 : 1;
      }
    }
  });
  const small = scripts.map((script, unit) =>
    upper[unit] === 1 || SIGNS[unit] !== 0 || isAccent(unit) ? 0 : script,
  );
  return { ids, scripts, upper, small, sizes, tables };
}

/** Nats of the UTF-16 unit `now` after `last`, the one before which is `before`; a space stands for the end of a text. */
export function costAfter(model: LetterModel, before: number, last: number, now: number): number {
  const { ids, small, sizes, tables } = model;
  const from = small[last] ?? 0;
  const to = small[now] ?? 0;
  // Nearly always; so short that V8 puts it where it is called, and makes no object of the number.
  const isUsual = to === 0 ? now === SPACE && from !== 0 : to === from || last === SPACE;
  return isUsual
    ? (tables[from || to]?.[(ids[last] ?? 0) * (sizes[from || to] ?? 0) + (ids[now] ?? 0)] ?? 0)
    : rareCost(model, before, last, now);
}

function rareCost(
  { ids, scripts, upper, sizes, tables }: LetterModel,
  before: number,
  last: number,
  now: number,
): number {
  const from = scripts[last] ?? 0;
  if (isAccent(now)) return from === 0 ? STRAY : scripts[together(last, now)] === 0 ? UNUSUAL : COMBINING;
  const script = scripts[now] ?? 0;
  if (SIGNS[now] !== 0)
    return BESIDE_COST + (from === 0 ? 0 : (tables[from]?.[(ids[last] ?? 0) * (sizes[from] ?? 0)] ?? 0));
  const table = tables[from || script];
  const size = sizes[from || script] ?? 0;
  if (script === 0) {
    const end = from === 0 ? 0 : (table?.[(ids[last] ?? 0) * size] ?? 0);
    return now === SPACE ? end : end + kindCost(last, now);
  }
  if (from !== 0 && from !== script) {
    if (script === GREEK && upper[last] === 1) return FORMULA;
    return OTHER_SCRIPT + (tables[script]?.[ids[now] ?? 0] ?? 0);
  }
  let cost = table?.[(ids[last] ?? 0) * size + (ids[now] ?? 0)] ?? 0;
  if (SIGNS[last] === BESIDE && (scripts[before] ?? 0) !== 0) cost += SIGN_WITHIN;
  if (upper[now] === 1) return cost + (from === 0 ? CAPITAL : upper[last] === 1 ? SHOUT : CAMEL);
  return from !== 0 && upper[last] === 1 && upper[before] === 1 ? cost + FALL : cost;
}

function kindCost(last: number, now: number): number {
  const { kinds, chars, pairs } = loadModel();
  return (pairs[(kinds[last] ?? 0) * KINDS + (kinds[now] ?? 0)] ?? 0) + (chars[now] ?? 0);
}

/** Nats it costs to write a word between spaces; of each character only what goes beyond `least`. */
export function wordCost(letters: LetterModel, word: string, least = 0): number {
  let sum = 0;
  let before = SPACE;
  let last = SPACE;
  for (let i = 0; i <= word.length; i++) {
    const now = i === word.length ? SPACE : word.charCodeAt(i);
    sum += Math.max(0, costAfter(letters, before, last, now) - least);
    before = last;
    last = now;
  }
  return sum;
}

/** How many signs that stand beside words, and accents that stand by themselves, a text has. */
export function countSigns(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (SIGNS[unit] !== 0 || isAccent(unit)) count++;
  }
  return count;
}

/** Whether a sign stands beside words or within them in any language: 0 not at all, 1 beside, 2 within. */
export function signOf(unit: number): number {
  return SIGNS[unit] ?? 0;
}

/** Whether a sign stands beside words, but not within them, in any language. */
export function isBeside(unit: number): boolean {
  return SIGNS[unit] === BESIDE;
}
