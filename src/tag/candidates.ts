import { eldScores } from './eld.js';
import { francScores } from './franc.js';
import { LANGUAGE_OF_SCRIPT } from './languages.js';
import { onlyFrancSpeaks, scaleFor, type Scores } from './weigh.js';
import { wordEvidence } from './words.js';

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

/** Candidates nearer than this are a tie, which the document around them may break. */
export const TIE = 0.35;
/** Part of its weight by which franc's opinions of languages that come into question differ, in practice. */
const FRANC_SWING = 0.25;
/** How many candidates are looked at closely. */
const MOST = 8;

/** What the detectors say of `text`, a sample of words without addresses and numbers, in a document in `around`. */
export function detect(text: string, script: string, letters: number, around?: string): Detection {
  const only = LANGUAGE_OF_SCRIPT[script];
  if (only !== undefined)
    return {
      candidates: [{ lang: only, score: 1 }],
      evidence: 1,
      words: 1,
      by: 'script',
      onlyFranc: () => false,
    };
  const { words, scores: byWords } = wordEvidence(text, script);
  const onlyFranc = (lang: string): boolean => onlyFrancSpeaks(lang, byWords);
  const plain = plainWords(byWords, words);
  if (plain !== undefined) return { candidates: plain, evidence: 1, words, by: 'words', onlyFranc };

  const byEld = eldScores(text);
  const evidence = Math.max(0, ...byEld.values()) + Math.max(0, ...byWords.values());
  const scale = scaleFor(text, script, letters, byWords, byEld);
  const known = rank(new Set([...byEld.keys(), ...byWords.keys()]), scale.withoutFranc);
  // franc is slow: it is asked only where it could change the answer, by its opinion or by a language of its own;
  // the latter not where eld agrees with the document.
  const [first, second] = known;
  const best = first?.score ?? 0;
  const bonus = around !== undefined && first?.lang === around ? TIE : 0;
  const stranger = bonus > 0 && leader(byEld) === around ? 0 : scale.stranger;
  const swing = scale.francWeight * FRANC_SWING;
  if (best + bonus - Math.max(second?.score ?? 0, stranger) > swing)
    return {
      candidates: known,
      evidence,
      words,
      by: first?.lang === leader(byEld) ? 'eld' : 'words',
      onlyFranc,
    };

  const near = known.slice(0, MOST).filter(({ score }) => best - score < 2 * scale.francWeight);
  const among = scale.francIsSure && best - stranger > 2 * swing ? near.map(({ lang }) => lang) : undefined;
  const byFranc = francScores(text, among);
  const names = [
    ...known.slice(0, MOST).map(({ lang }) => lang),
    ...Array.from(byFranc.keys()).slice(0, MOST),
  ];
  const candidates = rank(new Set(names), lang => scale.withFranc(lang, byFranc));
  const top = candidates[0]?.lang;
  const by = top === leader(byEld) ? 'eld' : top === leader(byFranc) ? 'franc' : 'words';
  return { candidates, evidence, words, by, onlyFranc };
}

/** Function words alone decide a text of so many words, so full of them, when no other language has half as many. */
const PLAIN = { words: 25, share: 0.06, second: 0.6, score: 4 };

function plainWords(byWords: Scores, words: number): Candidate[] | undefined {
  if (words < PLAIN.words) return undefined;
  const [first, second] = rank(byWords.keys(), lang => byWords.get(lang) ?? 0);
  if (first === undefined || first.score < PLAIN.share) return undefined;
  if (second === undefined) return [{ lang: first.lang, score: PLAIN.score }];
  if (second.score > first.score * PLAIN.second) return undefined;
  return [
    { lang: first.lang, score: PLAIN.score },
    { lang: second.lang, score: 0 },
  ];
}

function rank(langs: Iterable<string>, score: (lang: string) => number): Candidate[] {
  return Array.from(langs, lang => ({ lang, score: score(lang) })).sort(
    (a, b) => b.score - a.score || (a.lang < b.lang ? -1 : 1),
  );
}

function leader(scores: Scores): string | undefined {
  let best: string | undefined;
  for (const [lang, score] of scores) if (best === undefined || score > (scores.get(best) ?? 0)) best = lang;
  return best;
}
