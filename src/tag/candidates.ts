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
  /** 0 where nothing but chance speaks for any language; a sentence of a known one has 0.7 and more. */
  readonly evidence: number;
  readonly words: number;
  /** Which detector decided: `script`, `words`, `eld`, `franc`. */
  readonly by: string;
}

/**
 * Weights of the three detectors, and what each is taken to say of a language it does not know. From a random
 * search over 2,000 settings on a development set of 113 languages; the optimum is flat.
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
  const weight = Math.min(1, letters / FRANC_LETTERS);
  const worstOfFranc = Math.min(1, ...byFranc.values());
  const withWords = languagesWithWords(script);

  const eld = (lang: string): number => {
    const known = RELATIVE[lang] ?? lang;
    return (
      byEld.get(known) ??
      (IN_ELD.has(known) ? 0 : UNKNOWN.eldShort + (UNKNOWN.eld - UNKNOWN.eldShort) * weight)
    );
  };
  const franc = (lang: string): number =>
    weight * (byFranc.get(lang) ?? (NOT_IN_FRANC.has(lang) ? UNKNOWN.franc : worstOfFranc));
  const functionWords = (lang: string): number =>
    Math.sqrt(byWords.get(lang) ?? (withWords.has(lang) ? 0 : UNKNOWN.words));

  const names = new Set([...best(byEld, 6), ...best(byFranc, 8), ...best(byWords, 6)]);
  const candidates = Array.from(names, lang => ({
    lang,
    score:
      WEIGHTS.eld * eld(lang) +
      WEIGHTS.franc * franc(lang) +
      WEIGHTS.words * functionWords(lang) -
      (isRare(lang, script) ? RARE : 0),
  })).sort((a, b) => b.score - a.score || (a.lang < b.lang ? -1 : 1));

  const top = candidates[0]?.lang;
  const by = top === best(byEld, 1)[0] ? 'eld' : top === best(byFranc, 1)[0] ? 'franc' : 'words';
  return {
    candidates,
    evidence: Math.max(0, ...byEld.values()) + Math.max(0, ...byWords.values()),
    words,
    by,
  };
}

/** Whether only franc knows a language. */
export function isRare(lang: string, script: string): boolean {
  return !IN_ELD.has(lang) && !languagesWithWords(script).has(lang) && LANGUAGE_OF_SCRIPT[script] !== lang;
}

const IN_ELD: ReadonlySet<string> = new Set(Object.values(ELD_CODES));

/** Languages that eld lacks but a near relation of which it knows, so that it says the same of both. */
const RELATIVE: Readonly<Record<string, string>> = { mkd: 'bul', nep: 'hin', nno: 'nob' };

/** Languages with function words here that franc 6 does not know. */
const NOT_IN_FRANC: ReadonlySet<string> = new Set(
  'ast bre cym eus fao fry gla gle isl kmr lat ltz mlt mri oci smo sco ckb snd san haw'.split(' '),
);

function best(scores: ReadonlyMap<string, number>, count: number): string[] {
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([lang]) => lang);
}
