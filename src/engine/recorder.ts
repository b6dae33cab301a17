import { type Counts, count, noCounts } from '../core/counts.js';
import type { Document } from '../core/document.js';
import { recordId } from '../core/hash.js';
import { droppedEntry, editsEntry, rejectedEntry } from '../write/audit.js';
import type { PartsWriter } from '../write/parts.js';
import { recordLines } from '../write/record.js';
import type { OutputOptions } from './output-options.js';
import { place } from './decisions.js';
import type { Found } from './read-item.js';

type Rejected = Extract<Found, { ok: false }>;

export interface Recorder {
  readonly cleaned: (result: Document | Rejected) => void;
  readonly rejected: (found: Rejected) => void;
  readonly counts: Counts;
}

/** Writes each record to the part it belongs to, and counts it there. */
export function recorder(
  line: PartsWriter['line'],
  ids: Readonly<Record<string, string>>,
  { keep, layout }: OutputOptions,
): Recorder {
  const counts = noCounts();

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
    const id = ids[place(path, offset)] ?? (source.ownId || recordId(path, offset));
    counts.records++;
    counts.undecoded += source.lost?.length ?? 0;
    if (verdict.action === 'drop') {
      count(counts.dropped, verdict.reason);
      line('audit/dropped', JSON.stringify(droppedEntry(id, source, verdict)));
      return;
    }
    counts.kept++;
    tallyDocument(counts, result);
    const { data, left } = recordLines(id, result, keep);
    line('data', data, layout.byLanguage ? result.tags.lang : '');
    if (left !== undefined) line('audit/fields', left);
    const audit = editsEntry(id, result);
    if (audit) line('audit/edits', JSON.stringify(audit));
  }

  return { cleaned, rejected, counts };
}

function tallyDocument(counts: Counts, { text, layers, tags, suspects, skipped }: Document): void {
  counts.textBytes += Buffer.byteLength(text, 'utf8');
  counts.suspects += suspects.length;
  if (layers.length > 0) counts.changed++;
  count(counts.languages, tags.lang);
  const touched = new Set<string>();
  for (const { edits } of layers)
    for (const { by } of edits) {
      count(counts.edits, by);
      touched.add(by);
    }
  for (const by of touched) count(counts.documents, by);
  for (const rule of new Set(skipped.map(({ by }) => by))) count(counts.skipped, rule);
}
