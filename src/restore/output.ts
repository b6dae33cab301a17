import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import type { DroppedEntry, EditsEntry, RejectedEntry } from '../write/audit.js';
import { below, MANIFEST, type Output, PRIVATE } from '../write/layout.js';
import type { Manifest } from '../write/manifest.js';
import { readLines } from './lines.js';

/** What of a line of `data/` reading back needs. */
export interface DataRecord {
  readonly id: string;
  readonly text: string;
  readonly metadata: {
    readonly url: string;
    readonly title: string;
    readonly byline: string;
    readonly lang: string;
    readonly lang_score: number;
    readonly script: string;
    readonly lang_by: string;
    readonly langs: string;
    readonly charset: string;
    readonly path: string;
    readonly offset: number;
    readonly raw_sha256: string;
    readonly paragraphs: readonly {
      readonly start: number;
      readonly end: number;
      readonly lang: string;
      readonly lang_score: number;
      readonly kind: string;
    }[];
  };
}

/** A record of the output, wherever it ended up. */
export type Kept = {
  readonly fate: 'kept';
  readonly record: DataRecord;
  readonly edits: EditsEntry | undefined;
};
export type Dropped = { readonly fate: 'dropped'; readonly entry: DroppedEntry };
export type Rejected = { readonly fate: 'rejected'; readonly entry: RejectedEntry };

/** @throws LimpiaError when the folder is none of limpia's, or its run did not come to its end. */
export function readManifest(disk: Disk, output: string): Manifest {
  const path = below(output, MANIFEST);
  if (disk.stat(path)) return JSON.parse(disk.readFile(path).toString('utf8')) as Manifest;
  const started = disk.stat(below(output, PRIVATE)) !== undefined;
  throw new LimpiaError(
    started
      ? `The run that writes ${output} has not come to its end.`
      : `There is no output of limpia in ${output}.`,
    EXIT.input,
    started
      ? 'Run limpia clean again: it goes on where it stopped.'
      : 'Run limpia clean first, or name another folder.',
  );
}

/** The record with this id; undefined when there is none. */
export function findRecord(disk: Disk, output: string, id: string): Kept | Dropped | Rejected | undefined {
  const data = findLine<DataRecord>(disk, output, 'data', id);
  if (data)
    return { fate: 'kept', record: data, edits: findLine<EditsEntry>(disk, output, 'audit/edits', id) };
  const dropped = findLine<DroppedEntry>(disk, output, 'audit/dropped', id);
  if (dropped) return { fate: 'dropped', entry: dropped };
  const rejected = findLine<RejectedEntry>(disk, output, 'audit/rejected', id);
  return rejected && { fate: 'rejected', entry: rejected };
}

/** Every line starts with its id, so that only the one that is wanted is parsed. */
function findLine<T>(disk: Disk, output: string, kind: Output, id: string): T | undefined {
  const start = Buffer.from(`{"id":${JSON.stringify(id)},`, 'utf8');
  const folder = below(output, kind);
  for (const name of disk.list(folder))
    for (const line of readLines(disk, below(folder, name)))
      if (line.length > start.length && line.compare(start, 0, start.length, 0, start.length) === 0)
        return JSON.parse(line.toString('utf8')) as T;
  return undefined;
}

/** All lines of a part, parsed, in order; none when there is no such part. */
export function* readPart<T>(disk: Disk, output: string, path: string): Generator<T, void, undefined> {
  const full = below(output, path);
  if (!disk.stat(full)) return;
  for (const line of readLines(disk, full)) yield JSON.parse(line.toString('utf8')) as T;
}
