import { EXEMPLARS } from './alphabet-data.js';
import { ALPHABETS } from './letter-data.js';

/** For each letter above ASCII, in either case, the languages that have it, as bits. */
interface Masks {
  /** The row of each UTF-16 unit, from 1; 0 for none. */
  readonly rows: Uint16Array;
  readonly bits: Uint32Array;
  /** 32-bit words of a row. */
  readonly words: number;
}

let masks: Masks | undefined;

/** Romanian is written with cedillas as well as with commas; the capital of the Turkish i has a lower case of two characters. */
const SAME: Readonly<Record<string, string>> = { ț: 'ţ', ș: 'ş', ı: 'İ' };

/** Rows that the alphabets need at most. */
const ROWS = 2048;

function build(): Masks {
  const alphabets = `${ALPHABETS} ${EXEMPLARS}`.split(' ');
  const words = (alphabets.length + 31) >> 5;
  const rows = new Uint16Array(0x10000);
  const bits = new Uint32Array(ROWS * words);
  let used = 0;
  const add = (form: string, language: number): void => {
    if (form.length !== 1) return;
    const code = form.charCodeAt(0);
    const row = rows[code] || (rows[code] = ++used);
    const at = row * words + (language >> 5);
    bits[at] = (bits[at] ?? 0) | (1 << (language & 31));
  };
  alphabets.forEach((alphabet, i) => {
    for (const letter of alphabet)
      for (const form of [letter, SAME[letter] ?? letter]) {
        add(form, i);
        add(form.toUpperCase(), i);
      }
  });
  return { rows, bits: bits.slice(0, (used + 1) * words), words };
}

/** The languages written in Latin letters that have all letters above ASCII asked for. */
export interface Languages {
  /** Whether one of those that are left has it; the others are out. */
  have(letter: number): boolean;
}

const left: number[] = [];
/** Rows that were asked for already since the start, by the number of it. */
const asked = new Uint32Array(ROWS);
let start = 0;
let isFirst = true;

const languages: Languages = {
  have(letter) {
    const { rows, bits, words } = (masks ??= build());
    const row = rows[letter] ?? 0;
    if (row === 0) return false;
    if (asked[row] === start) return true;
    asked[row] = start;
    let any = 0;
    for (let i = 0; i < words; i++) {
      const own = bits[row * words + i] ?? 0;
      any |= left[i] = isFirst ? own : (left[i] ?? 0) & own;
    }
    isFirst = false;
    return any !== 0;
  },
};

/** All languages. Taken back by the next call. */
export function languagesOf(): Languages {
  start++;
  isFirst = true;
  return languages;
}
