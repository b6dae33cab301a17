import { undoFile, type EditsEntry } from '../write/audit.js';
import type { CleanRecord } from '../write/record-schema.js';

/** A record with its line of the audit trail. */
export interface Stored {
  readonly record: CleanRecord;
  readonly edits: EditsEntry | undefined;
}

/** Who takes lines out of records that are cleaned already: what repeats on a host, then what other documents keep. */
export type LateStage = 'repeat' | 'duplicates';

/** What a line of `.limpia/before` keeps of a record from which lines went: all that its edits cannot tell. */
export interface Before {
  readonly id: string;
  readonly stage: LateStage;
  readonly metadata: CleanRecord['metadata'];
  readonly suspects: EditsEntry['suspects'];
  /** Rules that a limit held back; left out where there are none. */
  readonly heldBack?: readonly string[];
}

/** Puts it back. */
export function putBack({ record, edits }: Stored, before: Before | undefined): Stored {
  const last = edits?.layers.at(-1);
  if (!edits || !before || last?.stage !== before.stage) return { record, edits };
  const layers = edits.layers.slice(0, -1);
  const { suspects } = before;
  const isEmpty = layers.length === 0 && suspects.length === 0 && edits.undecoded.length === 0;
  return {
    record: { ...record, text: undoFile(record.text, [last]).text, metadata: before.metadata },
    edits: isEmpty ? undefined : { ...edits, layers, suspects },
  };
}

/** The text with what a stage took out last, if it did. */
export function textBefore({ record, edits }: Stored, stage: LateStage): string {
  const last = edits?.layers.at(-1);
  return last?.stage === stage ? undoFile(record.text, [last]).text : record.text;
}
