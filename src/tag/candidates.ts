import { eldScores } from './eld.js';
import { francScores } from './franc.js';
import { ELD_CODES, LANGUAGE_OF_SCRIPT } from './languages.js';
import { countStrays } from './strays.js';
import { languagesWithWords, wordEvidence } from './words.js';

/** A language a text may be in, with what speaks for it: higher is better; only differences mean anything. */
export interface Candidate {
  readonly lang: string;
  readonly score: number;
}

/** What the detectors say of a text. */
export interface Detection {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** 0 where nothing but chance speaks for any language; a sentence of a known one has 0.7 and more. */
  readonly evidence: number;
  readonly words: number;
  /** Which detector decided: `script`, `words`, `eld`, `franc`. */
  readonly by: string;
  /** Whether nothing but franc speaks for a language. */
  readonly onlyFranc: (lang: string) => boolean;
}

type Scores = ReadonlyMap<string, number>;

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
/** By how much franc's opinions of two languages that come into question differ at most, in practice. */
const FRANC_SWING = 0.25;
/** Candidates nearer than this are a tie, which the document around them may break. */
export const TIE = 0.35;

/** What the detectors say of `text`, a sample of words without addresses and numbers, in a document in `around`. */
export function detect(text: string, script: string, letters: number, around?: string): Detection {
  const only = LANGUAGE_OF_SCRIPT[script];
  if (only !== undefined)
    return { candidates: [{ lang: only, score: 1 }], evidence: 1, words: 1, by: 'script', onlyFranc: never };
  const { words, scores: byWords } = wordEvidence(text, script);
  const plain = plainWords(byWords, words);
  if (plain !== undefined) return { candidates: plain, evidence: 1, words, by: 'words', onlyFranc: never };
  const byEld = eldScores(text);
  const onlyFranc = (lang: string): boolean => !IN_ELD.has(lang) && !byWords.has(lang);
  const evidence = highest(byEld) + highest(byWords);
  const weight = Math.min(1, letters / FRANC_LETTERS);
  const strays = countStrays(text);
  const withoutFranc = (lang: string): number =>
    -Math.min(MOST_STRAY, (STRAY * (strays.get(lang) ?? 0)) / letters) +
    WEIGHTS.eld * eldOpinion(byEld, lang, weight) +
    WEIGHTS.words * wordsOpinion(byWords, lang, script);

  const known = rank(new Set([...byEld.keys(), ...byWords.keys()]), withoutFranc);
  // franc is slow: it is asked only where it could change the answer, by its opinion or by a language of its own;
  // the latter not where eld agrees with the document.
  const agrees = around !== undefined && known[0]?.lang === around;
  const bonus = agrees ? TIE : 0;
  const stranger = agrees && leader(byEld) === around ? 0 : WEIGHTS.eld * eldOpinion(byEld, '', weight);
  const lead = known[0]?.score ?? 0;
  const swing = WEIGHTS.franc * weight * FRANC_SWING;
  if (lead + bonus - Math.max(known[1]?.score ?? 0, stranger) > swing)
    return {
      candidates: known,
      evidence,
      words,
      by: known[0]?.lang === leader(byEld) ? 'eld' : 'words',
      onlyFranc,
    };

  const near = known.filter(({ score }, place) => place < 8 && lead - score < 2 * WEIGHTS.franc * weight);
  const among =
    letters >= FRANC_LETTERS && lead - stranger > 2 * swing ? near.map(({ lang }) => lang) : undefined;
  const byFranc = francScores(text, among);
  const worst = Math.min(1, ...byFranc.values());
  const candidates = rank(
    new Set([...known.slice(0, 8).map(({ lang }) => lang), ...Array.from(byFranc.keys()).slice(0, 8)]),
    lang =>
      withoutFranc(lang) +
      WEIGHTS.franc * weight * (byFranc.get(lang) ?? (NOT_IN_FRANC.has(lang) ? UNKNOWN.franc : worst)) -
      (isRare(lang, script) ? RARE : 0),
  );
  const top = candidates[0]?.lang;
  const by = top === leader(byEld) ? 'eld' : top === leader(byFranc) ? 'franc' : 'words';
  return { candidates, evidence, words, by, onlyFranc };
}

/** Function words alone decide a text of so many words, so full of them, when no other language has half as many. */
const PLAIN = { words: 25, share: 0.15, second: 0.5 };

function plainWords(byWords: Scores, words: number): Candidate[] | undefined {
  if (words < PLAIN.words) return undefined;
  const [first, second] = rank(byWords.keys(), lang => byWords.get(lang) ?? 0);
  if (first === undefined || first.score < PLAIN.share || (second?.score ?? 0) > first.score * PLAIN.second)
    return undefined;
  return [
    { lang: first.lang, score: WEIGHTS.words },
    ...(second === undefined ? [] : [{ lang: second.lang, score: 0 }]),
  ];
}

const never = (): boolean => false;

/** franc alone is not to be believed below this many letters. */
export const RARE_LETTERS = 80;

/** Whether only franc knows a language. */
export function isRare(lang: string, script: string): boolean {
  return !IN_ELD.has(lang) && !languagesWithWords(script).has(lang) && LANGUAGE_OF_SCRIPT[script] !== lang;
}

function eldOpinion(byEld: Scores, lang: string, weight: number): number {
  if (IN_ELD.has(lang)) return byEld.get(lang) ?? 0;
  const relatives = RELATIVES[lang];
  if (relatives !== undefined) return Math.max(...relatives.map(relative => byEld.get(relative) ?? 0));
  return UNKNOWN.eldShort + (UNKNOWN.eld - UNKNOWN.eldShort) * weight;
}

function wordsOpinion(byWords: Scores, lang: string, script: string): number {
  return Math.sqrt(byWords.get(lang) ?? (languagesWithWords(script).has(lang) ? 0 : UNKNOWN.words));
}

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

function rank(langs: Iterable<string>, score: (lang: string) => number): Candidate[] {
  return Array.from(langs, lang => ({ lang, score: score(lang) })).sort(
    (a, b) => b.score - a.score || (a.lang < b.lang ? -1 : 1),
  );
}

function highest(scores: Scores): number {
  return Math.max(0, ...scores.values());
}

function leader(scores: Scores): string | undefined {
  let best: string | undefined;
  for (const [lang, score] of scores) if (best === undefined || score > (scores.get(best) ?? 0)) best = lang;
  return best;
}
