import { addCounts, count, type Counts } from '../core/counts.js';
import type { Disk } from '../core/disk.js';
import { recordId } from '../core/hash.js';
import type { LineRow } from '../settle/repeats.js';
import type { DroppedEntry } from '../write/audit.js';
import { type DuplicateEntry, duplicateLine } from '../write/duplicates.js';
import { type Output, OUTPUTS } from '../write/layout.js';
import { partsWriter } from '../write/parts.js';
import type { CleanedShard, Setting } from './clean-shard.js';
import {
  type Decisions,
  type DuplicateDecisions,
  type KeptInstead,
  NO_TEXT_DECISIONS,
  place,
  readDecided,
  type TextDecisions,
} from './decisions.js';
import type { DocumentRow } from './key-rows.js';
import { documentRow } from './keys.js';
import { keptWriter } from './kept-writer.js';
import type { LedgerEntry } from './ledger.js';
import { type Amended, withoutRepeats } from './repeated-lines.js';
import { withoutRepeatedPieces } from './repeated-pieces.js';
import { piecesReader } from './settle-pieces.js';
import { lineRows, ownIds } from './settle-texts.js';
import { partLines, partRows, type StoredDocument, storedDocuments } from './stored-documents.js';
import { type Before, type LateStage, putBack, type Stored } from './put-back.js';
import { tallyDocument } from './tally.js';

/** The outputs that decisions change; the others stay as they are. */
const AMENDED: readonly Output[] = [
  'data',
  'audit/edits',
  'audit/fields',
  'audit/dropped',
  'audit/duplicates',
  '.limpia/documents',
  '.limpia/before',
];

/**
 * Writes the parts of a committed shard again as the corpus has decided, from themselves: what an earlier decision
 * changed is undone first. So the result is the same whatever was decided before, and nothing is cleaned twice.
 */
export function amendShard(setting: Setting, entry: LedgerEntry, decisions: Decisions): CleanedShard {
  const { disk, output } = setting;
  const parts = partsWriter(disk, output, entry.key, setting.write.layout, AMENDED);
  const writeKept = keptWriter(parts.line, setting.write);
  try {
    const counts = addCounts([entry.counts]);
    const decided = <T>(path: string, none: T): T => readDecided(disk, output, path, none);
    const texts =
      decisions.texts && textChanges(setting, entry, decided(decisions.texts.path, NO_TEXT_DECISIONS));
    for (const line of partLines(disk, output, entry, 'audit/dropped'))
      parts.line('audit/dropped', texts ? texts.dropped(line.toString('utf8')) : line);
    const befores = beforesOf(disk, output, entry);
    const { path: leftOut = '', pieces = '' } = decisions.duplicates ?? {};
    const keepers = new Map(Object.entries(decided<DuplicateDecisions>(leftOut, {})));
    const repeated = pieces === '' ? () => new Map<number, string>() : piecesReader(disk, output, pieces);
    for (const document of storedDocuments(disk, output, entry)) {
      const { id } = document.row;
      const [kept, keptBy] = [keepers.get(id), repeated(id)];
      const wasTaken = document.wasDuplicate || befores.duplicates.has(id);
      // Asked of each document, since its lines are read along.
      const mayChange = texts !== undefined && (texts.mayChange(document.row) || befores.repeat.has(id));
      if (!mayChange && !kept && keptBy.size === 0 && !wasTaken) copy(document);
      else amend(document, kept, keptBy);
    }

    function amend(
      document: StoredDocument,
      kept: KeptInstead | undefined,
      keptBy: ReadonlyMap<number, string>,
    ): void {
      const stored = document.parse();
      uncount(counts, stored, document.wasDuplicate);
      const was = putBack(stored, befores.duplicates.get(stored.record.id));
      const known = befores.repeat.get(was.record.id);
      const { after, before } = texts ? texts.document(was, known) : { after: was, before: known };
      if (texts) for (const rule of known?.heldBack ?? []) count(counts.skipped, rule, -1);
      if (texts) for (const rule of before?.heldBack ?? []) count(counts.skipped, rule);
      if (before) parts.line('.limpia/before', JSON.stringify(before));
      const { record } = after;
      const isSame = record.text === was.record.text && record.id === was.record.id;
      parts.line('.limpia/documents', isSame ? document.rowLine : documentRow(record, setting.keys));
      if (kept) {
        counts.duplicates++;
        parts.line('audit/duplicates', duplicateLine(entryOf(after, kept)));
        return;
      }
      const { pieces: kind = 'paragraph' } = setting.keys;
      const left = withoutRepeatedPieces(after, kind, keptBy, setting.repeats);
      if (left.before) parts.line('.limpia/before', JSON.stringify(left.before));
      tallyDocument(counts, left.after);
      writeKept(left.after);
    }

    /** Nothing about it changes. */
    function copy({ row, rowLine, lines }: StoredDocument): void {
      for (const { output: to, line, group } of lines) parts.line(to, line, group);
      parts.line('.limpia/documents', rowLine);
      const before = befores.repeat.get(row.id);
      if (before) parts.line('.limpia/before', JSON.stringify(before));
    }

    const others = entry.parts.filter(part => !AMENDED.includes(part.output));
    const finished = [...others, ...parts.finish()];
    return {
      entry: {
        ...entry,
        decisions: {
          texts: decisions.texts?.hash ?? entry.decisions.texts,
          duplicates: decisions.duplicates?.hash ?? '',
        },
        parts: OUTPUTS.flatMap(one => finished.filter(part => part.output === one)),
        counts: addCounts([counts]),
      },
      publish: parts.publish,
    };
  } catch (error) {
    parts.abort();
    throw error;
  }
}

interface TextChanges {
  /** False for a document whose id stays and of whose lines none repeats. To be asked in the order of the shard. */
  readonly mayChange: (row: DocumentRow) => boolean;
  readonly document: (was: Stored, known: Before | undefined) => Amended;
  /** A line of `audit/dropped/` under its new id. */
  readonly dropped: (line: string) => string;
}

function textChanges(
  { disk, output, headline, repeats }: Setting,
  entry: LedgerEntry,
  decisions: TextDecisions,
): TextChanges {
  const own = new Map<string, string>();
  for (const [id, path, offset] of ownIds(disk, output, entry)) own.set(place(path, offset), id);
  const found = new Set(partRows(disk, output, entry, '.limpia/titles', line => JSON.parse(line) as string));
  const idOf = (path: string, offset: number): string => {
    const at = place(path, offset);
    return decisions.ids[at] ?? own.get(at) ?? recordId(path, offset);
  };
  const rows = lineRows(disk, output, entry);
  return {
    mayChange: ({ id, path, offset, site }) => {
      // Lines are listed where the host is known.
      const keys = site === '' ? [] : ((rows.next().value as LineRow | undefined)?.keys ?? []);
      return keys.some(key => decisions.lines[key] !== undefined) || idOf(path, offset) !== id;
    },
    document: (was, known) => {
      const { record, edits } = putBack(was, known);
      const { path, offset } = record.metadata;
      const id = idOf(path, offset);
      const own = { record: { ...record, id }, edits: edits && { ...edits, id } };
      return withoutRepeats(own, decisions, repeats, found.has(place(path, offset)) ? headline : undefined);
    },
    dropped: line => {
      const dropped = JSON.parse(line) as DroppedEntry;
      return JSON.stringify({ ...dropped, id: idOf(dropped.path, dropped.offset) });
    },
  };
}

function beforesOf(disk: Disk, output: string, entry: LedgerEntry): Record<LateStage, Map<string, Before>> {
  const befores = { repeat: new Map<string, Before>(), duplicates: new Map<string, Before>() };
  for (const before of partRows(disk, output, entry, '.limpia/before', line => JSON.parse(line) as Before))
    befores[before.stage].set(before.id, before);
  return befores;
}

function uncount(counts: Counts, was: Stored, wasDuplicate: boolean): void {
  if (wasDuplicate) counts.duplicates--;
  else tallyDocument(counts, was, -1);
}

function entryOf({ record, edits }: Stored, kept: KeptInstead): DuplicateEntry {
  const { path, offset } = record.metadata;
  const { keptId, how, jaccard, containment } = kept;
  const told = {
    id: record.id,
    path,
    offset,
    reason: how,
    kept_id: keptId,
    similarity: jaccard,
    containment,
  };
  return edits ? { ...told, record, edits } : { ...told, record };
}
