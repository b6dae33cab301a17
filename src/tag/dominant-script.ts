import { chineseScript } from './chinese.js';
import { countScripts, HAN, SCRIPTS } from './script.js';

/** The script that carries most of a text. */
export interface DominantScript {
  /** ISO 15924 as languages use it: Jpan, Kore, Hans and Hant among them; Zyyy where there are no letters. */
  readonly script: string;
  /** Letters of that script. */
  readonly letters: number;
  /** Share of the text's letters, 0 to 1. */
  readonly share: number;
}

/** One Han or Hangul character says about as much as three letters of an alphabet. */
const DENSE = 3;

/** From this share of kana among Han and kana on, Han is Japanese; Chinese text borrows の now and then. */
const KANA_SHARE = 0.05;

/** The script that carries most of `text`; of equals the first by Unicode block. */
export function dominantScript(text: string, start = 0, end = text.length): DominantScript {
  const counts = countScripts(text, start, end);
  const kana = (counts[HIRAGANA] ?? 0) + (counts[KATAKANA] ?? 0);
  const han = counts[HAN] ?? 0;
  const hangul = counts[HANGUL] ?? 0;
  const eastAsian = kana + han + hangul;
  let best = 0;
  let letters = 0;
  for (let index = 1; index < counts.length; index++) {
    const n = counts[index] ?? 0;
    letters += n;
    if (n > (counts[best] ?? 0) && !EAST_ASIAN.includes(index)) best = index;
  }
  if (letters === 0) return { script: 'Zyyy', letters: 0, share: 0 };
  const other = counts[best] ?? 0;
  if (eastAsian * DENSE <= other)
    return { script: SCRIPTS[best] ?? 'Zyyy', letters: other, share: other / letters };
  const script =
    hangul > kana + han * KANA_SHARE
      ? 'Kore'
      : kana > (kana + han) * KANA_SHARE
        ? 'Jpan'
        : chineseScript(text.slice(start, end));
  return {
    script,
    letters: eastAsian,
    share: (eastAsian * DENSE) / (eastAsian * DENSE + letters - eastAsian),
  };
}

const HIRAGANA = SCRIPTS.indexOf('Hira');
const KATAKANA = SCRIPTS.indexOf('Kana');
const HANGUL = SCRIPTS.indexOf('Hang');
const EAST_ASIAN: readonly number[] = [HIRAGANA, KATAKANA, HAN, HANGUL];
