import type { Edit, Paragraph } from '../core/document.js';
import { apply, mapOffset } from '../core/edits.js';
import { codePointCounter, codePointLength, utf16Counter } from '../core/offsets.js';
import { retag } from '../tag/tag.js';
import { type EditsEntry, toFile } from '../write/audit.js';
import { shareList } from '../write/record.js';
import type { CleanRecord } from '../write/record-schema.js';
import type { Before, LateStage, Stored } from './put-back.js';

type RecordMetadata = CleanRecord['metadata'];
type RecordParagraph = RecordMetadata['paragraphs'][number];

/** The record without what `gone` takes out of its text. */
export function takeOut(
  { record, edits }: Stored,
  gone: readonly Edit[],
  stage: LateStage,
): { after: Stored; before?: Before } {
  if (gone.length === 0) return { after: { record, edits } };
  const { text, metadata, id } = record;
  const left = apply(text, gone);
  const { path, offset } = metadata;
  const entry = edits ?? { id, path, offset, layers: [], suspects: [], undecoded: [] };
  const layers = [...entry.layers, ...toFile(text, [{ stage, edits: gone }])];
  const after = {
    record: { ...record, text: left, metadata: metadataWithout(record, left, gone) },
    edits: { ...entry, layers, suspects: moveSuspects(entry.suspects, text, left, gone) },
  };
  return { after, before: { id, stage, metadata, suspects: entry.suspects } };
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
