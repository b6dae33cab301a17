import { siteOf } from '../core/host.js';
import { utf16Counter } from '../core/offsets.js';
import { type PieceKind, type PieceText, withoutPieces } from '../settle/pieces.js';
import type { RepeatRules } from '../strip/repeat-rules.js';
import type { CleanRecord } from '../write/record-schema.js';
import type { Before, Stored } from './put-back.js';
import { takeOut } from './take-out.js';

/** A line of a shard's file of repeated pieces: a document, its pieces that go, and who keeps them. */
export type PiecesLine = readonly [id: string, keptBy: readonly (readonly [at: number, keptId: string])[]];

/** Takes out the pieces that other documents keep, apart from lines that nobody may take. */
export function withoutRepeatedPieces(
  stored: Stored,
  kind: PieceKind,
  keptBy: ReadonlyMap<number, string>,
  { keeper }: RepeatRules,
): { after: Stored; before?: Before } {
  if (keptBy.size === 0) return { after: stored };
  const { text, metadata } = stored.record;
  const { lang, url, path } = metadata;
  const isKept = keeper(text, { lang, site: siteOf(url, path) });
  const gone = withoutPieces(pieceText(stored.record), kind, keptBy, isKept);
  return takeOut(stored, gone, 'duplicates');
}

export function pieceText({ text, metadata }: CleanRecord): PieceText {
  const unitsAt = utf16Counter(text);
  const paragraphs = metadata.paragraphs.map(({ start, end }) => ({
    start: unitsAt(start),
    end: unitsAt(end),
  }));
  return { text, title: metadata.title, paragraphs };
}
