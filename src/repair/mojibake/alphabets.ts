import { EXEMPLARS } from './alphabet-data.js';
import { ALPHABETS } from './letter-data.js';

/** For each letter above ASCII, in either case, the languages that have it, as bits. */
let masks: Map<number, Uint32Array> | undefined;
let words = 0;

/** Romanian is written with cedillas as well as with commas; the capital of the Turkish i has a lower case of two characters. */
const SAME: Readonly<Record<string, string>> = { ț: 'ţ', ș: 'ş', ı: 'İ' };

function build(): Map<number, Uint32Array> {
  const built = new Map<number, Uint32Array>();
  const alphabets = `${ALPHABETS} ${EXEMPLARS}`.split(' ');
  words = (alphabets.length + 31) >> 5;
  alphabets.forEach((alphabet, i) => {
    for (const letter of alphabet)
      for (const form of [
        letter,
        letter.toUpperCase(),
        SAME[letter] ?? letter,
        (SAME[letter] ?? letter).toUpperCase(),
      ]) {
        if (form.length !== 1) continue;
        const code = form.charCodeAt(0);
        const mask = built.get(code) ?? new Uint32Array(words);
        mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31));
        built.set(code, mask);
      }
  });
  return built;
}

/** Whether one language that is written in Latin letters has all of these above ASCII. */
export function areOfOneLanguage(codes: Iterable<number>): boolean {
  masks ??= build();
  let left: Uint32Array | undefined;
  for (const code of codes) {
    const mask = masks.get(code);
    if (mask === undefined) return false;
    if (left === undefined) {
      left = mask.slice();
      continue;
    }
    let any = 0;
    for (let i = 0; i < words; i++) {
      const bits = (left[i] ?? 0) & (mask[i] ?? 0);
      left[i] = bits;
      any |= bits;
    }
    if (any === 0) return false;
  }
  return true;
}
