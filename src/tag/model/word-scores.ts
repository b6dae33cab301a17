import type { ScriptModel } from './load.js';
import { slotOf, wordSlots, type WordSlots } from './word-slots.js';
import { wordSums } from './word-sums.js';

/** Words whose scores are remembered, as a power of 2. In Latin script 4.3 MB. */
const SLOT_BITS = 14;

/** The score of a word for a class is held in half units of the model's, and cut to this, so that 15 words fit. */
const LARGEST = 2047;
/** Units of a word's score, in units of the model's weights. */
export const SCORE_UNIT = 2;

/**
 * Sums of the weights of words, remembered, of one script: two classes to a lane of 32 bits (the first in the upper
 * half), so that one addition adds to both.
 */
export interface WordScores {
  readonly model: ScriptModel;
  /** Lanes of a row, half as many as there are classes. */
  readonly lanes: number;
  /** The sums, a row for each slot. */
  readonly rows: Int32Array;
  readonly slots: WordSlots;
}

export function wordScores(model: ScriptModel): WordScores {
  const lanes = (model.langs.length + 1) >> 1;
  return { model, lanes, rows: new Int32Array(2 ** SLOT_BITS * lanes), slots: wordSlots(SLOT_BITS) };
}

/** Where the sums of a word begin in `rows`. */
export function rowOf(scores: WordScores, units: Uint16Array, length: number): number {
  const { model, lanes, rows, slots } = scores;
  const slot = slotOf(slots, 0, units, length);
  if (slot >= 0) return slot * lanes;
  const row = (-1 - slot) * lanes;
  const sums = wordSums(model, units, length);
  for (let lane = 0; lane < lanes; lane++)
    rows[row + lane] = (held(sums[2 * lane] ?? 0) << 16) + held(sums[2 * lane + 1] ?? 0);
  return row;
}

function held(sum: number): number {
  const half = sum >> 1;
  return half > LARGEST ? LARGEST : half < -LARGEST ? -LARGEST : half;
}
