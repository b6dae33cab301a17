import type { Paragraph, Tags } from '../core/document.js';
import type { Identified } from './identify.js';
import { countLetters } from './script.js';
import { sharesOf } from './shares.js';

type Summary = Omit<Tags, 'paragraphs'>;
type Languages = Pick<Summary, 'lang' | 'score' | 'shares'>;

/** The document's tags from those of its paragraphs, by letters; `whole` as it was tagged before. */
export function summary(
  text: string,
  paragraphs: readonly Paragraph[],
  answers: readonly Identified[],
  whole: Identified,
): Summary {
  const { lang, score, shares } = allAlike(paragraphs) ?? byLetters(text, paragraphs) ?? ofWhole(whole);
  const same = answers.find(answer => answer.lang === lang) ?? whole;
  return { lang, score, script: whole.lang === lang ? whole.script : same.script, by: same.by, shares };
}

/** Where all paragraphs are in one language, as sure, no letters need to be counted. */
function allAlike(paragraphs: readonly Paragraph[]): Languages | undefined {
  const [first] = paragraphs;
  if (first === undefined || first.lang === 'und') return undefined;
  const { lang, score } = first;
  return paragraphs.every(
    other => other.lang === lang && other.score === score && other.foreign === undefined,
  )
    ? { lang, score, shares: [[lang, 1]] }
    : undefined;
}

function byLetters(text: string, paragraphs: readonly Paragraph[]): Languages | undefined {
  const letters = new Map<string, number>();
  const certainty = new Map<string, number>();
  const add = (lang: string, score: number, count: number): void => {
    letters.set(lang, (letters.get(lang) ?? 0) + count);
    certainty.set(lang, (certainty.get(lang) ?? 0) + count * score);
  };
  for (const { start, end, lang, score, foreign = [] } of paragraphs) {
    if (lang === 'und') continue;
    let own = countLetters(text, start, end);
    for (const quotation of foreign) {
      const count = countLetters(text, quotation.start, quotation.end);
      add(quotation.lang, quotation.score, count);
      own -= count;
    }
    add(lang, score, own);
  }
  const shares = sharesOf(letters);
  const lang = shares[0]?.[0];
  if (lang === undefined) return undefined;
  const score = Math.round((100 * (certainty.get(lang) ?? 0)) / (letters.get(lang) ?? 1)) / 100;
  return { lang, score, shares };
}

function ofWhole({ lang, score }: Identified): Languages {
  return { lang, score, shares: lang === 'und' ? [] : [[lang, 1]] };
}
