import type { Paragraph, Tags } from '../core/document.js';
import type { Mark } from '../core/stage.js';
import { dominantScript } from './dominant-script.js';
import { type Identified, identifyLanguage } from './identify.js';
import { kindOf, markedKind } from './kind.js';
import { paragraphSpans, type Span } from './paragraphs.js';
import { sample } from './sample.js';
import { countLetters } from './script.js';
import { sharesOf } from './shares.js';
import { verify } from './verify.js';

export { identifyLanguage };

export interface TagOptions {
  /** Kinds of paragraphs that the rules found; offsets in UTF-16 code units of the text. */
  readonly marks?: readonly Mark[];
  readonly format?: 'plain' | 'markdown';
  /** Answer with these languages (ISO 639-3) or `und` only. */
  readonly languages?: readonly string[];
}

/** A document's language, script and paragraphs. Each paragraph is tagged by itself; the document breaks ties. */
export function tagDocument(text: string, { marks = [], languages }: TagOptions = {}): Tags {
  const spans = paragraphSpans(text);
  const whole = identifyLanguage(sample(text), languages === undefined ? {} : { languages });
  const options = { ...(languages === undefined ? {} : { languages }), around: whole.lang };
  const answers = spans.map(
    ({ start, end }) => verify(text, start, end, whole) ?? identifyLanguage(text.slice(start, end), options),
  );
  const paragraphs = spans.map((span, index): Paragraph => {
    const { lang, score } = answers[index] ?? whole;
    return { ...span, lang, score, kind: markedKind(span, marks) ?? kindOf(text, span, spans[index + 1]) };
  });
  return { ...documentAnswer(text, spans, answers, whole), paragraphs };
}

function documentAnswer(
  text: string,
  spans: readonly Span[],
  answers: readonly Identified[],
  whole: Identified,
): Omit<Tags, 'paragraphs'> {
  const letters = new Map<string, number>();
  const certainty = new Map<string, number>();
  spans.forEach(({ start, end }, index) => {
    const { lang, score } = answers[index] ?? whole;
    if (lang === 'und') return;
    const n = countLetters(text, start, end);
    letters.set(lang, (letters.get(lang) ?? 0) + n);
    certainty.set(lang, (certainty.get(lang) ?? 0) + n * score);
  });
  const shares = sharesOf(letters);
  const top = shares[0]?.[0];
  const { script } = dominantScript(sample(text));
  if (top === undefined)
    return {
      lang: whole.lang,
      score: whole.score,
      script,
      by: whole.by,
      shares: whole.lang === 'und' ? [] : [[whole.lang, 1]],
    };
  const score = Math.round((100 * (certainty.get(top) ?? 0)) / (letters.get(top) ?? 1)) / 100;
  const by = answers.find(({ lang }) => lang === top)?.by ?? whole.by;
  return { lang: top, score, script, by, shares };
}

/** The likely language of a document (ISO 639-3 or `und`), from a sample: for rules that depend on it. */
export function provisionalLanguage(text: string): string {
  return identifyLanguage(sample(text)).lang;
}
