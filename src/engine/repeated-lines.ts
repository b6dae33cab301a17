import { codePointCounter, codePointLength, utf16Counter } from '../core/offsets.js';
import type { Edit, Paragraph } from '../core/document.js';
import { apply, mapOffset } from '../core/edits.js';
import { siteOf } from '../core/host.js';
import { furniture } from '../settle/furniture.js';
import { retag } from '../tag/tag.js';
import { type EditsEntry, toFile, undoFile } from '../write/audit.js';
import { shareList } from '../write/record.js';
import type { CleanRecord } from '../write/record-schema.js';
import type { TextDecisions } from './decisions.js';

/** A record with its line of the audit trail. */
export interface Stored {
  readonly record: CleanRecord;
  readonly edits: EditsEntry | undefined;
}

/** What a line of `.limpia/before` keeps of a record whose repeated lines went: all that its edits cannot tell. */
export interface Before {
  readonly id: string;
  readonly metadata: RecordMetadata;
  readonly suspects: EditsEntry['suspects'];
}

type RecordMetadata = CleanRecord['metadata'];
type RecordParagraph = RecordMetadata['paragraphs'][number];

export const REPEAT_STAGE = 'repeat';

/** Takes out the lines that repeat on the record's host. */
export function withoutRepeats(
  { record, edits }: Stored,
  decisions: TextDecisions,
): { after: Stored; before?: Before } {
  const { text, metadata } = record;
  const host = siteOf(metadata.url, metadata.path);
  const documents = decisions.hosts[host] ?? 0;
  if (host === '' || documents === 0) return { after: { record, edits } };
  const holding = (key: number): number => decisions.lines[String(key)] ?? 0;
  const gone = furniture(text, metadata.title, { host, documents, holding });
  if (gone.length === 0) return { after: { record, edits } };
  const left = apply(text, gone);
  const { path, offset } = metadata;
  const entry = edits ?? { id: record.id, path, offset, layers: [], suspects: [], undecoded: [] };
  const layers = [...entry.layers, ...toFile(text, [{ stage: REPEAT_STAGE, edits: gone }])];
  const after = {
    record: { ...record, text: left, metadata: metadataWithout(record, left, gone) },
    edits: { ...entry, layers, suspects: moveSuspects(entry.suspects, text, left, gone) },
  };
  return { after, before: { id: record.id, metadata, suspects: entry.suspects } };
}

/** Puts them back: the record as its shard was cleaned. */
export function withRepeats({ record, edits }: Stored, before: Before | undefined): Stored {
  const last = edits?.layers.at(-1);
  if (!edits || !before || last?.stage !== REPEAT_STAGE) return { record, edits };
  const layers = edits.layers.slice(0, -1);
  const { suspects } = before;
  const isEmpty = layers.length === 0 && suspects.length === 0 && edits.undecoded.length === 0;
  return {
    record: { ...record, text: undoFile(record.text, [last]).text, metadata: before.metadata },
    edits: isEmpty ? undefined : { ...edits, layers, suspects },
  };
}

function metadataWithout(
  { text, metadata }: CleanRecord,
  left: string,
  gone: readonly Edit[],
): RecordMetadata {
  const unitsAt = utf16Counter(text);
  const pointsAt = codePointCounter(left);
  const kept = metadata.paragraphs.flatMap((paragraph): Paragraph[] => {
    const start = mapOffset(gone, unitsAt(paragraph.start));
    const end = mapOffset(gone, unitsAt(paragraph.end));
    const { lang, lang_score: score, kind } = paragraph;
    return left.slice(start, end).trim() === '' ? [] : [{ start, end, lang, score, kind }];
  });
  const { lang, lang_score: score, lang_by: by } = metadata;
  const tags = retag(left, kept, { lang, score, by });
  const paragraphs = kept.map(({ start, end, lang, score, kind }): RecordParagraph => ({
    start: pointsAt(start),
    end: pointsAt(end),
    lang,
    lang_score: score,
    kind,
  }));
  const chars = codePointLength(left);
  return {
    ...metadata,
    lang: tags.lang,
    lang_score: tags.score,
    script: tags.script,
    paragraphs,
    langs: shareList(tags.shares),
    chars,
    edits: metadata.edits + gone.length,
    dropped_chars: metadata.dropped_chars + metadata.chars - chars,
  };
}

/** Suspects of what is left, at their new places. */
function moveSuspects(
  suspects: EditsEntry['suspects'],
  text: string,
  left: string,
  gone: readonly Edit[],
): EditsEntry['suspects'] {
  const unitsAt = utf16Counter(text);
  const pointsAt = codePointCounter(left);
  return suspects.flatMap(suspect => {
    const start = unitsAt(suspect.at);
    if (gone.some(edit => edit.start <= start && start < edit.end)) return [];
    return [{ ...suspect, at: pointsAt(mapOffset(gone, start)) }];
  });
}
