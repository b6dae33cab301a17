import { type Document, KEEP, type Level, type Source, type Verdict } from './core/document.js';
import { apply } from './core/edits.js';
import { markup, touches } from './core/markdown.js';
import type { Meter } from './core/meter.js';
import type { Context, EditStage, JudgeStage } from './core/stage.js';
import { contextOf, editBy, newWork, runStage, type Work } from './core/work.js';
import { empty } from './judge/empty.js';
import { foreignParagraphs } from './judge/foreign-paragraphs.js';
import { keepLanguages, minScore } from './judge/languages.js';
import { entities } from './repair/entities.js';
import { mojibake } from './repair/mojibake.js';
import { unicode } from './repair/unicode.js';
import { unwrap } from './repair/unwrap.js';
import { whitespace } from './repair/whitespace.js';
import { provisionalLanguage, tagDocument } from './tag/tag.js';

export interface PipelineOptions {
  readonly level: Level;
  readonly keepNoBreakSpaces: boolean;
  /** The rules as a stage. */
  readonly strip: EditStage;
  /** Where time is to be measured. */
  readonly meter?: Meter | undefined;
  /** Languages that documents may be in (ISO 639-3); none for any. */
  readonly languages?: readonly string[];
  readonly verdict?: VerdictOptions;
}

export interface VerdictOptions {
  /** Documents in other languages are dropped; none keeps all. */
  readonly keepLanguages: readonly string[];
  /** Documents whose language is less sure are dropped. */
  readonly minScore: number;
  readonly dropForeignParagraphs: boolean;
}

const KEEP_ALL: VerdictOptions = { keepLanguages: [], minScore: 0, dropForeignParagraphs: false };

/**
 * The way of every document, in order: repair what encoding accidents broke, find out its language, strip the
 * page around the text, tag what is left, judge it. A stage is a line here.
 */
export function pipeline({
  level,
  keepNoBreakSpaces,
  strip,
  meter,
  languages: only = [],
  verdict: { keepLanguages: wanted, minScore: least, dropForeignParagraphs } = KEEP_ALL,
}: PipelineOptions): (source: Source) => Document {
  const metered = (stage: EditStage): EditStage => (meter ? measured(stage, meter) : stage);
  const repair = [
    ...[entities, mojibake].map(besideMarkup),
    // Line ends are the same in code.
    unicode,
    // Knows Markdown by itself.
    whitespace({ keepNoBreakSpaces }),
  ].map(metered);
  const rules = metered(besideMarkup(strip));
  // Behind the rules, which know furniture by its lines.
  const lineBreaks = metered(unwrap);
  const languages = only.length > 0 ? only : undefined;
  const judges: readonly JudgeStage[] = [
    empty,
    ...(wanted.length > 0 ? [keepLanguages(wanted)] : []),
    ...(least > 0 ? [minScore(least)] : []),
  ];

  const language = (work: Work): string => {
    if (work.guess.text === work.text) return work.guess.lang;
    meter?.begin('language');
    work.guess = { text: work.text, lang: provisionalLanguage(work.text, languages) };
    meter?.end(work.text.length);
    return work.guess.lang;
  };

  return source => {
    const work = newWork(source, level);
    work.fields = {
      ...work.fields,
      title: onOneLine(repair, work.fields.title, { ...contextOf(work, 'und'), format: 'plain' }),
    };
    // Taking something away can bring another thing to light: rounds go on until one changes nothing.
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const before = work.layers.length;
      work.suspects = [];
      work.skipped = [];
      for (const stage of repair) runStage(work, stage, 'und');
      runStage(work, rules, language(work));
      runStage(work, lineBreaks, 'und');
      if (work.layers.length === before) break;
    }
    meter?.begin('tag');
    let tags = tagDocument(work.text, { marks: work.marks, format: work.format, languages });
    const foreign = dropForeignParagraphs ? foreignParagraphs(work.text, tags, wanted) : [];
    if (foreign.length > 0) {
      editBy(work, 'drop-foreign-paragraphs', foreign);
      tags = tagDocument(work.text, { marks: work.marks, format: work.format, languages });
    }
    meter?.end(work.text.length);
    const { text, layers, fields, suspects, skipped } = work;
    const document = { source, text, layers, fields, tags, suspects, skipped };
    return { ...document, verdict: verdictOf(judges, document) };
  };
}

const MAX_ROUNDS = 4;

/** The stage without what it would change of a Markdown text's front matter, code and headings. */
function besideMarkup(stage: EditStage): EditStage {
  return {
    ...stage,
    run: (text, about) => {
      const result = stage.run(text, about);
      if (about.format !== 'markdown' || result.edits.length === 0) return result;
      const spans = markup(text);
      return { ...result, edits: result.edits.filter(({ start, end }) => !touches(spans, start, end)) };
    },
  };
}

function measured(stage: EditStage, meter: Meter): EditStage {
  return {
    ...stage,
    run: (text, about) => {
      meter.begin(stage.id);
      try {
        return stage.run(text, about);
      } finally {
        meter.end(text.length);
      }
    },
  };
}

function onOneLine(stages: readonly EditStage[], title: string, about: Context): string {
  if (title === '') return '';
  const repaired = stages.reduce((text, stage) => apply(text, stage.run(text, about).edits), title);
  return repaired.split('\n').filter(Boolean).join(' ');
}

function verdictOf(judges: readonly JudgeStage[], document: Omit<Document, 'verdict'>): Verdict {
  for (const { judge } of judges) {
    const verdict = judge(document);
    if (verdict.action !== 'keep') return verdict;
  }
  return KEEP;
}
