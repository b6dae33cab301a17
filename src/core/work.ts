import type { Edit, Fields, Layer, Level, Skipped, Source, Suspect } from './document.js';
import { apply, mapOffset } from './edits.js';
import { hostOf } from './host.js';
import { type Context, type EditStage, type Mark, NOTHING, type StageResult } from './stage.js';

/** A document on its way. */
export interface Work {
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

/** A document before its first stage. */
export function newWork({ text, fields, format = 'plain' }: Source, level: Level): Work {
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

/** What stages are told of it, in that language. */
export function contextOf({ level, host, format, fields }: Work, lang: string): Context {
  return { level, lang, host, format, fields };
}

/** Does what a stage says of the text, unless it said so of the same text already. */
export function runStage(work: Work, stage: EditStage, lang: string): void {
  const last = work.settled.get(stage);
  const isSettled = last?.lang === lang && last.text === work.text;
  const result = isSettled ? last.result : stage.run(work.text, contextOf(work, lang));
  const { edits, fields, marks, suspects, skipped } = result;
  if (edits.length === 0) work.settled.set(stage, { text: work.text, lang, result });
  else {
    editBy(work, stage.id, edits);
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

/** Edits the text, as the stage of that name. */
export function editBy(work: Work, stage: string, edits: readonly Edit[]): void {
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
  return work.format === 'plain' && stage.mayWake?.(text, edits, contextOf(work, 'und')) === false;
}

/** The first to find a field wins. */
function fill(known: Fields, found: Partial<Fields>): Fields {
  const news = Object.entries(found).filter(
    ([name, value]) => value !== '' && known[name as keyof Fields] === '',
  );
  return news.length === 0 ? known : { ...known, ...Object.fromEntries(news) };
}
