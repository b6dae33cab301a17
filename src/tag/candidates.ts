import { eldScores } from './eld.js';
import { francScores } from './franc.js';
import { ELD_CODES, LANGUAGE_OF_SCRIPT } from './languages.js';
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
  /** 0 where nothing but chance speaks for the best candidate, 1 where a sentence of the language would stand. */
  readonly evidence: number;
  readonly words: number;
  /** Which detector decided: `script`, `words`, `eld`, `franc`. */
  readonly by: string;
}

const IN_ELD: ReadonlySet<string> = new Set(Object.values(ELD_CODES));

/**
 * Weights of the three detectors, and what each is taken to say of a language it does not know. From a random
 * search over 1,000 settings on a development set of 113 languages; the optimum is flat.
 */
const WEIGHTS = { eld: 3.4, franc: 1.15, words: 3.9 };
const UNKNOWN = { eld: 0.74, eldShort: 0.67, franc: 0.86, words: 0.02 };
/** Against languages that only franc knows: right one time in two below a paragraph's length. */
const RARE = 0.5;
/** franc's trigram ranks mean something from about this many letters on. */
const FRANC_LETTERS = 60;

/** What the detectors say of `text`, a sample of words without addresses and numbers. */
export function detect(text: string, script: string, letters: number): Detection {
  const only = LANGUAGE_OF_SCRIPT[script];
  if (only !== undefined)
    return { candidates: [{ lang: only, score: 1 }], evidence: 1, words: 1, by: 'script' };
  const { words, scores: byWords } = wordEvidence(text, script);
  const byEld = eldScores(text);
  const byFranc = francScores(text);
  const withWords = languagesWithWords(script);
  const weight = Math.min(1, letters / FRANC_LETTERS);
  const worstOfFranc = Math.min(1, ...byFranc.values());
  const eldUnknown = UNKNOWN.eldShort + (UNKNOWN.eld - UNKNOWN.eldShort) * weight;

  const score = (lang: string): number =>
    WEIGHTS.eld * (byEld.get(lang) ?? (IN_ELD.has(lang) ? 0 : eldUnknown)) +
    WEIGHTS.franc * weight * (byFranc.get(lang) ?? (FRANC_LACKS.has(lang) ? UNKNOWN.franc : worstOfFranc)) +
    WEIGHTS.words * Math.sqrt(byWords.get(lang) ?? (withWords.has(lang) ? 0 : UNKNOWN.words)) -
    (IN_ELD.has(lang) || withWords.has(lang) ? 0 : RARE);

  const names = new Set([...best(byEld, 6), ...best(byFranc, 8), ...best(byWords, 6)]);
  const candidates = [...names].map(lang => ({ lang, score: score(lang) })).sort(byScore);
  const top = candidates[0]?.lang ?? 'und';
  const evidence = Math.max(byWords.get(top) ?? 0, 0) * 2 + (byEld.get(top) ?? 0) * 0.5;
  return {
    candidates,
    evidence,
    words,
    by: best(byEld, 1)[0] === top ? 'eld' : best(byFranc, 1)[0] === top ? 'franc' : 'words',
  };
}

/** Languages with function words here that franc 6 does not know. */
const FRANC_LACKS: ReadonlySet<string> = new Set(
  'ast bre cym eus fao fry gla gle isl kmr lat ltz mlt mri oci smo sco ckb snd san haw'.split(' '),
);

function best(scores: ReadonlyMap<string, number>, count: number): string[] {
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([lang]) => lang);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.lang < b.lang ? -1 : 1);
}
