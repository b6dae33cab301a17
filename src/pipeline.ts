import {
  type Document,
  type Edit,
  type Fields,
  KEEP,
  type Layer,
  type Level,
  type Skipped,
  type Source,
  type Suspect,
  type Verdict,
} from './core/document.js';
import { apply, mapOffset } from './core/edits.js';
import { hostOf } from './core/host.js';
import { markup, touches } from './core/markdown.js';
import type { Meter } from './core/meter.js';
import {
  type Context,
  type EditStage,
  type JudgeStage,
  type Mark,
  NOTHING,
  type StageResult,
} from './core/stage.js';
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
    const work = begin(source, level);
    work.fields = {
      ...work.fields,
      title: onOneLine(repair, work.fields.title, { ...context(work, 'und'), format: 'plain' }),
    };
    // Taking something away can bring another thing to light: rounds go on until one changes nothing.
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const before = work.layers.length;
      work.suspects = [];
      work.skipped = [];
      for (const stage of repair) run(work, stage, 'und');
      run(work, rules, language(work));
      run(work, lineBreaks, 'und');
      if (work.layers.length === before) break;
    }
    meter?.begin('tag');
    let tags = tagDocument(work.text, { marks: work.marks, format: work.format, languages });
    const foreign = dropForeignParagraphs ? foreignParagraphs(work.text, tags, wanted) : [];
    if (foreign.length > 0) {
      edit(work, 'drop-foreign-paragraphs', foreign);
      tags = tagDocument(work.text, { marks: work.marks, format: work.format, languages });
    }
    meter?.end(work.text.length);
    const { text, layers, fields, suspects, skipped } = work;
    const document = { source, text, layers, fields, tags, suspects, skipped };
    return { ...document, verdict: verdictOf(judges, document) };
  };
}

const MAX_ROUNDS = 4;

/** A document on its way. */
interface Work {
  readonly level: Level;
  readonly host: string;
  readonly format: Context['format'];
  text: string;
  layers: Layer[];
  fields: Fields;
  marks: Mark[];
  suspects: Suspect[];
  skipped: Skipped[];
  /** What each stage said of the text in which it last found nothing to change, or would find nothing. */
  readonly settled: Map<
    EditStage,
    { readonly text: string; readonly lang: string; readonly result: StageResult }
  >;
  /** The provisional language of the text that it was last asked for. */
  guess: { readonly text: string; readonly lang: string };
}

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

function begin({ text, fields, format = 'plain' }: Source, level: Level): Work {
  const host = hostOf(fields.url);
  return {
    level,
    host,
    format,
    text,
    layers: [],
    fields,
    marks: [],
    suspects: [],
    skipped: [],
    settled: new Map(),
    guess: { text: '', lang: 'und' },
  };
}

function context({ level, host, format, fields }: Work, lang: string): Context {
  return { level, lang, host, format, fields };
}

function run(work: Work, stage: EditStage, lang: string): void {
  const last = work.settled.get(stage);
  const isSettled = last?.lang === lang && last.text === work.text;
  const result = isSettled ? last.result : stage.run(work.text, context(work, lang));
  const { edits, fields, marks, suspects, skipped } = result;
  if (edits.length === 0) work.settled.set(stage, { text: work.text, lang, result });
  else {
    edit(work, stage.id, edits);
    if (stage.isFinal === true && work.format === 'plain' && (suspects ?? []).length === 0)
      work.settled.set(stage, { text: work.text, lang, result: NOTHING });
  }
  if (marks)
    work.marks.push(
      ...marks.filter(
        mark => !work.marks.some(known => known.start === mark.start && known.kind === mark.kind),
      ),
    );
  if (fields) work.fields = fill(work.fields, fields);
  if (suspects) work.suspects.push(...suspects);
  if (skipped) work.skipped.push(...skipped);
}

function edit(work: Work, stage: string, edits: readonly Edit[]): void {
  const before = work.text;
  work.text = apply(before, edits);
  for (const [other, { text, lang, result }] of work.settled)
    if (text === before && result === NOTHING && sleepsOn(other, work, before, edits))
      work.settled.set(other, { text: work.text, lang, result });
  work.layers.push({ stage, edits });
  work.marks = work.marks.map(mark => ({
    ...mark,
    start: mapOffset(edits, mark.start),
    end: mapOffset(edits, mark.end),
  }));
}

/** Whether a stage that found nothing finds nothing after edits by others: then it need not look again. */
function sleepsOn(stage: EditStage, work: Work, text: string, edits: readonly Edit[]): boolean {
  return work.format === 'plain' && stage.mayWake?.(text, edits, context(work, 'und')) === false;
}

/** The first to find a field wins. */
function fill(known: Fields, found: Partial<Fields>): Fields {
  const news = Object.entries(found).filter(
    ([name, value]) => value !== '' && known[name as keyof Fields] === '',
  );
  return news.length === 0 ? known : { ...known, ...Object.fromEntries(news) };
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
