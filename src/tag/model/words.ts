import { scriptTable } from '../script.js';

/** UTF-16 units as the model reads them: lower case, one apostrophe, 0 for what ends a word. */
let folds: Uint16Array | undefined;

const APOSTROPHE = 0x27;
const APOSTROPHES = "'’‘ʻʼ`´";

/** 128 KiB, built on first use. */
export function foldTable(): Uint16Array {
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
