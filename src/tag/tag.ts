import type { Foreign, Paragraph, Tags } from '../core/document.js';
import type { Mark } from '../core/stage.js';
import { dominantScript } from './dominant-script.js';
import { guess } from './guess.js';
import { type Identified, identifyLanguage } from './identify.js';
import { kindsOf } from './kind.js';
import { markedKinds } from './marks.js';
import type { Span } from '../core/hard-wrap.js';
import { paragraphSpans } from './paragraphs.js';
import { quotations, quotationsIn } from './quotations.js';
import { sample } from './sample.js';
import { summary } from './summary.js';
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
  const isQuoting = quotationsIn(text);
  const paragraphs = spans.map((span, at): Paragraph => {
    const answer = answers[at] ?? whole;
    const { start, end } = span;
    const { lang, score } = answer;
    const foreign = isQuoting(span) ? foreignIn(text, span, answer, languages) : undefined;
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
