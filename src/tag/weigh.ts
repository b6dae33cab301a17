import { ELD_CODES, LANGUAGE_OF_SCRIPT } from './languages.js';
import { countStrays } from './strays.js';
import { languagesWithWords } from './words.js';

/** Scores of one detector by ISO 639-3 code. */
export type Scores = ReadonlyMap<string, number>;

/**
 * Weights of the three detectors, and what each is taken to say of a language it does not know. From a random
 * search over 2,000 settings on a development set of 113 languages; the optimum is flat.
 */
const WEIGHTS = { eld: 3.4, franc: 1.15, words: 3.9 };
const UNKNOWN = { eld: 0.74, eldShort: 0.67, franc: 0.86, words: 0.02 };
/** Against languages that only franc knows: right one time in two below a paragraph's length. */
const RARE = 0.5;
/** Against languages that do not write a letter, by its share of the letters. */
const STRAY = 10;
const MOST_STRAY = 0.8;
/** franc's trigram ranks mean something from about this many letters on. */
const FRANC_LETTERS = 60;

const IN_ELD: ReadonlySet<string> = new Set(Object.values(ELD_CODES));

/** Near relations that eld knows of languages that it lacks: it says the same of both. */
const RELATIVES: Readonly<Record<string, readonly string[]>> = {
  mkd: ['bul'],
  nep: ['hin'],
  nno: ['nob'],
  glg: ['por', 'spa'],
};

/** Languages with function words here that franc 6 does not know. */
const NOT_IN_FRANC: ReadonlySet<string> = new Set(
  'ast bre cym eus fao fry gla gle isl kmr lat ltz mlt mri oci smo ckb snd san haw'.split(' '),
);

/** Weighs what the detectors say of one text. */
export interface Scale {
  /** What speaks for a language before franc is asked. */
  readonly withoutFranc: (lang: string) => number;
  /** What speaks for a language that neither eld nor the function words know. */
  readonly stranger: number;
  /** The most that franc can say for or against a language. */
  readonly francWeight: number;
  /** Whether franc has enough letters to be believed fully. */
  readonly francIsSure: boolean;
  readonly withFranc: (lang: string, byFranc: Scores) => number;
}

export function scaleFor(
  text: string,
  script: string,
  letters: number,
  byWords: Scores,
  byEld: Scores,
): Scale {
  const strays = countStrays(text);
  const withWords = languagesWithWords(script);
  const sure = Math.min(1, letters / FRANC_LETTERS);
  const eldUnknown = UNKNOWN.eldShort + (UNKNOWN.eld - UNKNOWN.eldShort) * sure;
  const eld = (lang: string): number => {
    if (IN_ELD.has(lang)) return byEld.get(lang) ?? 0;
    const relatives = RELATIVES[lang];
    return relatives === undefined ? eldUnknown : Math.max(...relatives.map(known => byEld.get(known) ?? 0));
  };
  const withoutFranc = (lang: string): number =>
    WEIGHTS.eld * eld(lang) +
    WEIGHTS.words * Math.sqrt(byWords.get(lang) ?? (withWords.has(lang) ? 0 : UNKNOWN.words)) -
    Math.min(MOST_STRAY, (STRAY * (strays.get(lang) ?? 0)) / letters);
  const francWeight = WEIGHTS.franc * sure;
  const withFranc = (lang: string, byFranc: Scores): number => {
    const unknown = NOT_IN_FRANC.has(lang) ? UNKNOWN.franc : Math.min(1, ...byFranc.values());
    const opinion = francWeight * (byFranc.get(lang) ?? unknown);
    return withoutFranc(lang) + opinion - (isRare(lang, script) ? RARE : 0);
  };
  return {
    withoutFranc,
    stranger: WEIGHTS.eld * eldUnknown,
    francWeight,
    francIsSure: sure === 1,
    withFranc,
  };
}

/** Whether only franc knows a language. */
export function isRare(lang: string, script: string): boolean {
  return !IN_ELD.has(lang) && !languagesWithWords(script).has(lang) && LANGUAGE_OF_SCRIPT[script] !== lang;
}

/** Whether nothing but franc can have spoken for a language. */
export function onlyFrancSpeaks(lang: string, byWords: Scores): boolean {
  return !IN_ELD.has(lang) && !byWords.has(lang);
}
