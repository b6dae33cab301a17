import { type Counts, count, noCounts } from '../core/counts.js';
import type { Document } from '../core/document.js';
import { recordId } from '../core/hash.js';
import { droppedEntry, editsEntry, rejectedEntry } from '../write/audit.js';
import type { PartsWriter } from '../write/parts.js';
import { recordOf } from '../write/record.js';
import { place } from './decisions.js';
import type { KeyOptions } from './key-rows.js';
import { documentRow, lineRow } from './keys.js';
import { keptWriter } from './kept-writer.js';
import type { OutputOptions } from './output-options.js';
import type { Found } from './read-item.js';
import { tallyDocument } from './tally.js';

type Rejected = Extract<Found, { ok: false }>;

export interface Recorder {
  readonly cleaned: (result: Document | Rejected) => void;
  readonly rejected: (found: Rejected) => void;
  readonly counts: Counts;
}

/** Writes each record to the part it belongs to, and counts it there. */
export function recorder(line: PartsWriter['line'], output: OutputOptions, keys: KeyOptions): Recorder {
  const counts = noCounts();
  const write = keptWriter(line, output);

  function rejected({ origin, bytes, sha256, reason, error }: Rejected): void {
    counts.records++;
    count(counts.rejected, reason);
    const id = recordId(origin.path, origin.offset);
    line('audit/rejected', JSON.stringify(rejectedEntry(id, origin, bytes, sha256, reason, error)));
  }

  function cleaned(result: Document | Rejected): void {
    if ('ok' in result) {
      rejected(result);
      return;
    }
    const { source, verdict } = result;
    if (verdict.action === 'reject') {
      const { origin, sha256 } = source;
      rejected({ ok: false, origin, sha256, bytes: undefined, reason: verdict.reason, error: verdict.error });
      return;
    }
    const { path, offset } = source.origin;
    if (source.ownId !== '') line('.limpia/keys', JSON.stringify([source.ownId, path, offset]));
    const id = source.ownId || recordId(path, offset);
    counts.records++;
    counts.undecoded += source.lost?.length ?? 0;
    if (verdict.action === 'drop') {
      count(counts.dropped, verdict.reason);
      line('audit/dropped', JSON.stringify(droppedEntry(id, source, verdict)));
      return;
    }
    const record = recordOf(id, result);
    const audit = editsEntry(id, result);
    tallyDocument(counts, { record, edits: audit });
    for (const rule of new Set(result.skipped.map(({ by }) => by))) count(counts.skipped, rule);
    write({ record, edits: audit });
    if (source.fields.title === '' && record.metadata.title !== '')
      line('.limpia/titles', JSON.stringify(place(path, offset)));
    const lines = lineRow(record);
    if (lines !== undefined) line('.limpia/lines', lines);
    line('.limpia/documents', documentRow(record, keys));
  }

  return { cleaned, rejected, counts };
}
