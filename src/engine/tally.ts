import { type Counts, count } from '../core/counts.js';
import type { FileEdit } from '../write/audit.js';
import type { CleanRecord } from '../write/record-schema.js';

/** A document of `data/` as the counts know it. */
export interface Tallied {
  readonly record: CleanRecord;
  readonly edits:
    | {
        readonly layers: readonly { readonly edits: readonly Pick<FileEdit, 'by'>[] }[];
        readonly suspects: readonly unknown[];
      }
    | undefined;
}

/** Counts a kept document, or with `by` = -1 takes it out of the counts. */
export function tallyDocument(counts: Counts, { record, edits }: Tallied, by: 1 | -1 = 1): void {
  const { layers = [], suspects = [] } = edits ?? {};
  counts.kept += by;
  counts.textBytes += by * Buffer.byteLength(record.text, 'utf8');
  counts.suspects += by * suspects.length;
  if (layers.length > 0) counts.changed += by;
  count(counts.languages, record.metadata.lang, by);
  const touched = new Set<string>();
  for (const layer of layers)
    for (const edit of layer.edits) {
      count(counts.edits, edit.by, by);
      touched.add(edit.by);
    }
  for (const rule of touched) count(counts.documents, rule, by);
}
