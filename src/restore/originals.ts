import type { Disk } from '../core/disk.js';
import type { DroppedEntry, EditsEntry } from '../write/audit.js';
import type { DuplicateEntry } from '../write/duplicates.js';
import { undoFile } from '../write/audit.js';
import { type Output, partOf } from '../write/layout.js';
import type { Manifest } from '../write/manifest.js';
import {
  type DataLine,
  type Dropped,
  type Duplicate,
  type Kept,
  type LeftEntry,
  readPart,
  type Rejected,
  whole,
} from './output.js';

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

export function originalOf(found: Kept | Duplicate | Dropped): Original {
  if (found.fate === 'duplicate') {
    const { record, edits } = found.entry;
    return originalOf({ fate: 'kept', record, edits });
  }
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

/** The originals of all kept, duplicate and dropped records, in the order of the input. */
export function* originals(
  disk: Disk,
  output: string,
  manifest: Manifest,
): Generator<Original, void, undefined> {
  for (const paths of pathsByShard(manifest).values()) {
    const read = <T>(kind: Output): Generator<T, void, undefined>[] =>
      paths.filter(path => partOf(path)?.output === kind).map(path => readPart<T>(disk, output, path));
    const data = merged(read<DataLine>('data'), ({ metadata }) => metadata);
    const kept = keptOf(data, matching(read<LeftEntry>('audit/fields')), matching(read('audit/edits')));
    const others = [
      ...read<DuplicateEntry>('audit/duplicates').map(duplicatesOf),
      ...read<DroppedEntry>('audit/dropped').map(droppedOf),
    ];
    yield* merged([kept, ...others], original => original);
  }
}

/** The parts of each shard, shards in the order of the input. */
function pathsByShard({ parts }: Manifest): Map<string, string[]> {
  const shards = new Map<string, string[]>();
  for (const { path } of parts) {
    const key = partOf(path)?.key ?? '';
    shards.set(key, [...(shards.get(key) ?? []), path]);
  }
  return shards;
}

function* keptOf(
  data: Iterable<DataLine>,
  left: (id: string) => LeftEntry | undefined,
  edits: (id: string) => EditsEntry | undefined,
): Generator<Original, void, undefined> {
  for (const line of data)
    yield originalOf({ fate: 'kept', record: whole(line, left(line.id)), edits: edits(line.id) });
}

function* duplicatesOf(entries: Iterable<DuplicateEntry>): Generator<Original, void, undefined> {
  for (const entry of entries) yield originalOf({ fate: 'duplicate', entry });
}

function* droppedOf(entries: Iterable<DroppedEntry>): Generator<Original, void, undefined> {
  for (const entry of entries) yield originalOf({ fate: 'dropped', entry });
}

/** Looks entries up by id that stand in the order of those that ask; not every id has one. */
function matching<T extends { readonly id: string }>(
  parts: readonly Iterator<T>[],
): (id: string) => T | undefined {
  const entries = parts[0];
  let next = entries?.next();
  return id => {
    if (!next || next.done === true || next.value.id !== id) return undefined;
    const found = next.value;
    next = entries?.next();
    return found;
  };
}

interface Place {
  readonly path: string;
  readonly offset: number;
}

/** Merges streams that are each in the order of the input. */
function* merged<T>(
  streams: readonly Iterator<T>[],
  placeOf: (one: T) => Place,
): Generator<T, void, undefined> {
  const heads = streams.flatMap(stream => headOf(stream));
  while (heads.length > 0) {
    const first = heads.reduce((a, b) => (isBefore(placeOf(b.value), placeOf(a.value)) ? b : a));
    yield first.value;
    heads.splice(heads.indexOf(first), 1, ...headOf(first.stream));
  }
}

function headOf<T>(stream: Iterator<T>): { stream: Iterator<T>; value: T }[] {
  const { done, value } = stream.next() as IteratorResult<T, void>;
  return done === true ? [] : [{ stream, value }];
}

function isBefore(a: Place, b: Place): boolean {
  return a.path === b.path ? a.offset < b.offset : a.path < b.path;
}
