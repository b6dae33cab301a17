import type { Disk } from '../core/disk.js';
import type { DroppedEntry, EditsEntry } from '../write/audit.js';
import { undoFile } from '../write/audit.js';
import { partPath } from '../write/layout.js';
import type { Manifest } from '../write/manifest.js';
import { type DataRecord, type Dropped, type Kept, readPart, type Rejected } from './output.js';

/** A record's decoded original, or why it cannot be had from the output alone. */
export type Original =
  | {
      readonly ok: true;
      readonly id: string;
      readonly path: string;
      readonly offset: number;
      readonly text: string;
    }
  | {
      readonly ok: false;
      readonly id: string;
      readonly path: string;
      readonly offset: number;
      readonly why: string;
    };

export function originalOf(found: Kept | Dropped): Original {
  if (found.fate === 'kept') {
    const { record, edits } = found;
    const { path, offset } = record.metadata;
    return {
      ok: true,
      id: record.id,
      path,
      offset,
      text: edits ? undoFile(record.text, edits.layers).text : record.text,
    };
  }
  const { id, path, offset, length, truncated, text } = found.entry;
  return truncated
    ? {
        ok: false,
        id,
        path,
        offset,
        why: `it is over 1 MiB and was dropped; it lies in ${path}, ${length} bytes from byte ${offset}`,
      }
    : { ok: true, id, path, offset, text };
}

/** What of a rejected record the output holds: its bytes, or undefined when it was too big to copy or never read. */
export function bytesOf({ entry }: Rejected): Buffer | undefined {
  const { encoding, bytes } = entry;
  return encoding === 'none' ? undefined : Buffer.from(bytes, encoding === 'base64' ? 'base64' : 'utf8');
}

/** The originals of all kept and dropped records, in the order of the input. */
export function* originals(
  disk: Disk,
  output: string,
  manifest: Manifest,
): Generator<Original, void, undefined> {
  const keys = new Set(manifest.parts.map(({ path }) => path.replace(/^.*part-(.*)\.jsonl$/, '$1')));
  for (const key of keys) yield* inOrder(keptOf(disk, output, key), droppedOf(disk, output, key));
}

function* keptOf(disk: Disk, output: string, key: string): Generator<Original, void, undefined> {
  const audit = readPart<EditsEntry>(disk, output, partPath('audit/edits', key));
  let next = audit.next();
  for (const record of readPart<DataRecord>(disk, output, partPath('data', key))) {
    const edits = !next.done && next.value.id === record.id ? next.value : undefined;
    if (edits) next = audit.next();
    yield originalOf({ fate: 'kept', record, edits });
  }
}

function* droppedOf(disk: Disk, output: string, key: string): Generator<Original, void, undefined> {
  for (const entry of readPart<DroppedEntry>(disk, output, partPath('audit/dropped', key)))
    yield originalOf({ fate: 'dropped', entry });
}

/** Merges two streams that are each in the order of the input. */
function* inOrder(left: Iterator<Original>, right: Iterator<Original>): Generator<Original, void, undefined> {
  let a = left.next();
  let b = right.next();
  while (!a.done || !b.done) {
    if (b.done || (!a.done && isBefore(a.value, b.value))) {
      if (!a.done) yield a.value;
      a = left.next();
    } else {
      yield b.value;
      b = right.next();
    }
  }
}

function isBefore(a: Original, b: Original): boolean {
  return a.path === b.path ? a.offset < b.offset : a.path < b.path;
}
