import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import type { DroppedEntry, EditsEntry, RejectedEntry } from '../write/audit.js';
import type { DuplicateEntry } from '../write/duplicates.js';
import { below, MANIFEST, type Output, partOf, PRIVATE } from '../write/layout.js';
import type { Manifest } from '../write/manifest.js';
import type { CleanRecord } from '../write/record-schema.js';
import { readLines } from './lines.js';

/** A line of `data/` without what pipeline.yml leaves out of documents. */
export interface DataLine extends Omit<CleanRecord, 'metadata'> {
  readonly metadata: Pick<CleanRecord['metadata'], 'path' | 'offset'> & Partial<CleanRecord['metadata']>;
}

/** A line of `audit/fields/`: what a document does not keep. */
export interface LeftEntry {
  readonly id: string;
  readonly metadata: Partial<CleanRecord['metadata']>;
}

/** A record of the output, wherever it ended up. */
export type Kept = {
  readonly fate: 'kept';
  readonly record: CleanRecord;
  readonly edits: EditsEntry | undefined;
};
/** A whole record that gave way to another one. */
export type Duplicate = { readonly fate: 'duplicate'; readonly entry: DuplicateEntry };
export type Dropped = { readonly fate: 'dropped'; readonly entry: DroppedEntry };
export type Rejected = { readonly fate: 'rejected'; readonly entry: RejectedEntry };

/** @throws LimpiaError when the folder is none of limpia's, or its run did not come to its end. */
export function readManifest(disk: Disk, output: string): Manifest {
  const path = below(output, MANIFEST);
  if (disk.stat(path)) {
    try {
      return JSON.parse(disk.readFile(path).toString('utf8')) as Manifest;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new LimpiaError(
        `${path} is not what limpia wrote: ${error.message}.`,
        EXIT.input,
        'Run limpia clean again: it writes the manifest anew.',
      );
    }
  }
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
export function findRecord(
  disk: Disk,
  output: string,
  manifest: Manifest,
  id: string,
): Kept | Duplicate | Dropped | Rejected | undefined {
  const find = <T>(kind: Output): T | undefined => findLine<T>(disk, output, manifest, kind, id);
  const data = find<DataLine>('data');
  if (data)
    return {
      fate: 'kept',
      record: whole(data, find<LeftEntry>('audit/fields')),
      edits: find<EditsEntry>('audit/edits'),
    };
  const duplicate = find<DuplicateEntry>('audit/duplicates');
  if (duplicate) return { fate: 'duplicate', entry: duplicate };
  const dropped = find<DroppedEntry>('audit/dropped');
  if (dropped) return { fate: 'dropped', entry: dropped };
  const rejected = find<RejectedEntry>('audit/rejected');
  return rejected && { fate: 'rejected', entry: rejected };
}

/** The record as it is when documents keep everything. */
export function whole(data: DataLine, left: LeftEntry | undefined): CleanRecord {
  return { ...data, metadata: { ...data.metadata, ...left?.metadata } as CleanRecord['metadata'] };
}

/** Every line starts with its id, so that only the one that is wanted is parsed. */
function findLine<T>(
  disk: Disk,
  output: string,
  manifest: Manifest,
  kind: Output,
  id: string,
): T | undefined {
  const start = Buffer.from(`{"id":${JSON.stringify(id)},`, 'utf8');
  for (const { path } of manifest.parts.filter(part => partOf(part.path)?.output === kind))
    for (const line of readLines(disk, below(output, path)))
      if (line.length > start.length && line.compare(start, 0, start.length, 0, start.length) === 0)
        return JSON.parse(line.toString('utf8')) as T;
  return undefined;
}

/** All lines of a part, parsed, in order. */
export function* readPart<T>(disk: Disk, output: string, path: string): Generator<T, void, undefined> {
  for (const line of readLines(disk, below(output, path))) yield JSON.parse(line.toString('utf8')) as T;
}
