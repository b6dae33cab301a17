import { modelOf, type ScriptModel } from './load.js';
import { slotOf, wordSlots } from './word-slots.js';
import { type Choice, choice, featuresOf, someSums } from './word-sums.js';
import { isOfSize, readWord, word } from './words.js';

/**
 * Mean weight of a feature for the language from which on other languages than its rivals need no look: 19 of 20 texts
 * in languages that the model knows have more; of texts in others that pass the rivals nine in ten less.
 */
const LEAST_EVIDENCE = 0.6;
/** Words read between two looks at whether that is enough. */
const WORDS_AT_ONCE = 4;

/** A word's sum for the language itself, then how far it is ahead for each rival; cut to what fits. */
const COLUMNS = 16;
const LARGEST = 0x7fff;
/** Words remembered, as a power of 2, of all languages and scripts together: 5.2 MB. */
const SLOT_BITS = 17;
const slots = wordSlots(SLOT_BITS);
const rows = new Int16Array(2 ** SLOT_BITS * COLUMNS);
const totals = new Int32Array(COLUMNS);

/**
 * How far a stretch of `text` is ahead in a language, against those that are most like it (natural logarithm of the
 * odds): read as far as is needed to be `enough` ahead. -Infinity where there is little of the language at all. Costs a
 * tenth of scores for every language.
 */
export function agreement(
  { text, start, end }: { readonly text: string; readonly start: number; readonly end: number },
  script: string,
  lang: string,
  enough: number,
): number {
  const contest = contestOf(script, lang);
  if (contest === undefined) return -Infinity;
  totals.fill(0);
  let [words, features, by] = [0, 0, -Infinity];
  for (const sizes of CHEAP_FIRST)
    for (let at = start; at < end;) {
      at = readWord(text, at, end);
      if (isOfSize(sizes)) {
        add(contest);
        features += featuresOf(word.length);
        words++;
        if (words % WORDS_AT_ONCE !== 0 && at < end) continue;
      } else if (at < end) continue;
      by = leadOf(contest, features);
      if (by >= enough) return by;
    }
  return by;
}

const CHEAP_FIRST = ['short', 'long'] as const;

/** A language with its rivals. */
interface Contest {
  readonly model: ScriptModel;
  /** Tells its words from those of others. */
  readonly key: number;
  /** The language's class, then those of its rivals. */
  readonly classes: Choice;
}

const contests = new Map<string, Contest>();

function contestOf(script: string, lang: string): Contest | undefined {
  const name = `${lang}-${script}`;
  const known = contests.get(name);
  if (known !== undefined) return known;
  const model = modelOf(script);
  const own = model?.langs.indexOf(lang) ?? -1;
  if (model === undefined || own === -1) return undefined;
  const rivals = (model.rivals[own] ?? []).slice(0, COLUMNS - 1);
  const contest = { model, key: contests.size + 1, classes: choice([own, ...rivals]) };
  contests.set(name, contest);
  return contest;
}

function add({ model, key, classes }: Contest): void {
  const slot = slotOf(slots, key, word.units, word.length);
  const row = (slot < 0 ? -1 - slot : slot) * COLUMNS;
  if (slot < 0) {
    someSums(model, classes, word.units, word.length);
    const own = classes.sums[0] ?? 0;
    rows[row] = held(own);
    for (let column = 1; column < COLUMNS; column++)
      rows[row + column] = held(own - (classes.sums[column] ?? 0));
  }
  for (let column = 0; column < COLUMNS; column++)
    totals[column] = (totals[column] ?? 0) + (rows[row + column] ?? 0);
}

function held(sum: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, sum));
}

/** The least lead over a rival, or -Infinity where the language itself has little to show. */
function leadOf({ model, classes }: Contest, features: number): number {
  if ((totals[0] ?? 0) * model.scale < LEAST_EVIDENCE * features) return -Infinity;
  let least = Infinity;
  for (let column = 1; column < classes.classes.length; column++)
    least = Math.min(least, totals[column] ?? 0);
  return (least * model.scale) / Math.sqrt(Math.max(1, features));
}
