import {
  type Document,
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
import type { Context, EditStage, JudgeStage, Mark } from './core/stage.js';
import { empty } from './judge/empty.js';
import { entities } from './repair/entities.js';
import { mojibake } from './repair/mojibake.js';
import { unicode } from './repair/unicode.js';
import { whitespace } from './repair/whitespace.js';
import { provisionalLanguage, tagDocument } from './tag/tag.js';

export interface PipelineOptions {
  readonly level: Level;
  readonly keepNoBreakSpaces: boolean;
  /** The rules as a stage. */
  readonly strip: EditStage;
}

/**
 * The way of every document, in order: repair what encoding accidents broke, find out its language, strip the
 * page around the text, tag what is left, judge it. A stage is a line here.
 */
export function pipeline({ level, keepNoBreakSpaces, strip }: PipelineOptions): (source: Source) => Document {
  const repair: readonly EditStage[] = [entities, mojibake, unicode, whitespace({ keepNoBreakSpaces })];
  const judges: readonly JudgeStage[] = [empty];

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
      run(work, strip, provisionalLanguage(work.text));
      if (work.layers.length === before) break;
    }
    const tags = tagDocument(work.text, { marks: work.marks, format: work.format });
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
}

function begin({ text, fields, format = 'plain' }: Source, level: Level): Work {
  const host = hostOf(fields.url);
  return { level, host, format, text, layers: [], fields, marks: [], suspects: [], skipped: [] };
}

function context({ level, host, format, fields }: Work, lang: string): Context {
  return { level, lang, host, format, fields };
}

function run(work: Work, stage: EditStage, lang: string): void {
  const { edits, fields, marks, suspects, skipped } = stage.run(work.text, context(work, lang));
  if (edits.length > 0) {
    work.text = apply(work.text, edits);
    work.layers.push({ stage: stage.id, edits });
    work.marks = work.marks.map(mark => ({
      ...mark,
      start: mapOffset(edits, mark.start),
      end: mapOffset(edits, mark.end),
    }));
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

function hostOf(url: string): string {
  if (url === '' || !URL.canParse(url)) return '';
  return new URL(url).hostname.replace(/^www\./, '');
}
