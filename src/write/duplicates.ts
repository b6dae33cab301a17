import type { EditsEntry } from './audit.js';
import { recordLines } from './record.js';
import type { CleanRecord } from './record-schema.js';

/** One line of `audit/duplicates/`: a whole record that is not in `data/`, because another one says the same. */
export interface DuplicateEntry {
  readonly id: string;
  readonly path: string;
  readonly offset: number;
  readonly reason: 'exact' | 'near';
  /** The record that is in `data/` in its place. */
  readonly kept_id: string;
  /** Jaccard similarity of the two texts' shingles. */
  readonly similarity: number;
  /** Share of the shorter text's shingles that the other one holds. */
  readonly containment: number;
  readonly record: CleanRecord;
  /** The line that would stand in `audit/edits/`; left out where the text was not changed. */
  readonly edits?: EditsEntry;
}

export function duplicateLine({ record, edits, ...told }: DuplicateEntry): string {
  const head = JSON.stringify(told).slice(0, -1);
  const tail = edits === undefined ? '' : `,"edits":${JSON.stringify(edits)}`;
  return `${head},"record":${recordLines(record).data.join('')}${tail}}`;
}
