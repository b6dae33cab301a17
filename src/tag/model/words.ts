import { scriptTable } from '../script.js';

/** UTF-16 units as the model reads them: lower case, one apostrophe, 0 for what ends a word. */
let folds: Uint16Array | undefined;

const APOSTROPHE = 0x27;
const APOSTROPHES = "'’‘ʻʼ`´";

/** 128 KiB, built on first use. */
function foldTable(): Uint16Array {
  if (folds !== undefined) return folds;
  const built = new Uint16Array(0x10000);
  scriptTable().forEach((script, unit) => {
    if (script === 0) return;
    const lower = String.fromCharCode(unit).toLowerCase();
    built[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit === DOTTED_CAPITAL_I ? 0x69 : unit;
  });
  for (const sign of APOSTROPHES) built[sign.charCodeAt(0)] = APOSTROPHE;
  // Joiners stand inside the words of Persian and Indic scripts, and of no others.
  built[0x200c] = 0x200c;
  folds = built;
  return built;
}

const DOTTED_CAPITAL_I = 0x130;

/** Words longer than this are cut: no language needs more, and noise has no end. In UTF-16 units. */
export const MAX_WORD = 40;

/** The word read last: its units, folded, and how many they are; none where the text held no other. */
export const word = { units: new Uint16Array(MAX_WORD), length: 0 };

/** Reads the first word of `text` from `start` on into `word`, up to `end`; returns where reading can go on. */
export function readWord(text: string, start: number, end: number): number {
  const fold = foldTable();
  const { units } = word;
  let length = 0;
  let at = start;
  for (; at < end; at++) {
    const unit = fold[text.charCodeAt(at)] ?? 0;
    if (unit !== 0) {
      if (length < MAX_WORD && (length > 0 || unit !== APOSTROPHE)) units[length++] = unit;
    } else if (length > 0) break;
  }
  while (length > 0 && units[length - 1] === APOSTROPHE) length--;
  word.length = length;
  return at + 1;
}

/** Words up to this length come again and again in any text of their language, and say most for what they cost. */
const SHORT_WORD = 5;

/** Which words of a text to read. */
export type Sizes = 'all' | 'short' | 'long';

/** Whether the word read last is of those sizes. */
export function isOfSize(sizes: Sizes): boolean {
  if (word.length === 0) return false;
  return sizes === 'all' || word.length <= SHORT_WORD === (sizes === 'short');
}
