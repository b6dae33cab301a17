import type { Foreign, Paragraph, Tags } from '../core/document.js';
import type { Mark } from '../core/stage.js';
import { dominantScript } from './dominant-script.js';
import { guess } from './guess.js';
import { type Identified, identifyLanguage } from './identify.js';
import { kindsOf } from './kind.js';
import { markedKinds } from './marks.js';
import type { Span } from '../core/hard-wrap.js';
import { paragraphSpans } from './paragraphs.js';
import { hasQuotations, quotations } from './quotations.js';
import { countLetters } from './script.js';
import { sample } from './sample.js';
import { sharesOf } from './shares.js';
import { verify } from './verify.js';

export { identifyLanguage };

export interface TagOptions {
  /** Kinds of paragraphs that the rules found; offsets in UTF-16 code units of the text. */
  readonly marks?: readonly Mark[];
  /** Markdown's code blocks and tables are of kind `other`. */
  readonly format?: 'plain' | 'markdown';
  /** Answer with these languages (ISO 639-3) or `und` only. */
  readonly languages?: readonly string[] | undefined;
}

/**
 * A document's language, script and paragraphs: each non-empty line, or each block between blank lines where the
 * document is hard-wrapped, with its place in UTF-16 code units. Each is tagged by itself; the document only breaks
 * ties between languages that the detectors name.
 */
export function tagDocument(
  text: string,
  { marks = [], format = 'plain', languages }: TagOptions = {},
): Tags {
  const spans = paragraphSpans(text);
  const whole = guess(text, languages);
  const around = whole.lang === 'und' ? undefined : whole.lang;
  const known = new Map<string, Identified>();
  const answers = spans.map(({ start, end }) => {
    const line = end - start <= MEMO_UNITS ? text.slice(start, end) : '';
    const before = known.get(line);
    if (before !== undefined) return before;
    const answer =
      verify(text, start, end, whole) ?? identifyLanguage(text.slice(start, end), { languages, around });
    if (line !== '' && known.size < MEMO_ENTRIES) known.set(line, answer);
    return answer;
  });
  const marked = markedKinds(spans, marks);
  const kinds = kindsOf(text, spans, format);
  const isQuoting = hasQuotations(text);
  const paragraphs = spans.map((span, at): Paragraph => {
    const answer = answers[at] ?? whole;
    const { start, end } = span;
    const { lang, score } = answer;
    const foreign = isQuoting ? foreignIn(text, span, answer, languages) : undefined;
    const kind = marked[at] ?? kinds[at] ?? 'other';
    return foreign === undefined
      ? { start, end, lang, score, kind }
      : { start, end, lang, score, kind, foreign };
  });
  return { ...summary(text, paragraphs, answers, whole), paragraphs };
}

/** A quotation is called foreign when its language is as sure as this. */
const SURE = 0.9;

function foreignIn(
  text: string,
  span: Span,
  paragraph: Identified,
  languages: readonly string[] | undefined,
): Foreign[] | undefined {
  if (paragraph.lang === 'und') return undefined;
  const quoted = quotations(text, span);
  if (quoted.length === 0) return undefined;
  const found = quoted.flatMap(({ start, end }) => {
    if (verify(text, start, end, paragraph) !== undefined) return [];
    const { lang, score } = identifyLanguage(text.slice(start, end), { languages, around: paragraph.lang });
    return lang === 'und' || lang === paragraph.lang || score < SURE ? [] : [{ start, end, lang, score }];
  });
  return found.length > 0 ? found : undefined;
}

/** Short lines come again and again on some pages: so many of so few units are remembered, for one document. */
const MEMO_UNITS = 80;
const MEMO_ENTRIES = 500;

/** The likely language of a document (ISO 639-3 or `und`), from samples: for rules that depend on it. */
export function provisionalLanguage(text: string, languages?: readonly string[]): string {
  return guess(text, languages).lang;
}

/** The document's tags from those of its paragraphs, by letters. */
function summary(
  text: string,
  paragraphs: readonly Paragraph[],
  answers: readonly Identified[],
  whole: Identified,
): Omit<Tags, 'paragraphs'> {
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
  if (lang === undefined)
    return {
      lang: whole.lang,
      score: whole.score,
      script: whole.script,
      by: whole.by,
      shares: whole.lang === 'und' ? [] : [[whole.lang, 1]],
    };
  const score = Math.round((100 * (certainty.get(lang) ?? 0)) / (letters.get(lang) ?? 1)) / 100;
  const same = answers.find(answer => answer.lang === lang) ?? whole;
  const { script } = whole.lang === lang ? whole : same;
  return { lang, score, script, by: same.by, shares };
}

/** The tags of a document that lost some of its paragraphs, from those that are left; `whole` as it was tagged before. */
export function retag(
  text: string,
  paragraphs: readonly Paragraph[],
  whole: Pick<Identified, 'lang' | 'score' | 'by'>,
): Omit<Tags, 'paragraphs'> {
  const { script } = dominantScript(sample(text));
  const known: Identified = { ...whole, script, alternatives: [] };
  const answers = paragraphs.map(({ lang, score }) => ({ ...known, lang, score }));
  return summary(text, paragraphs, answers, known);
}
