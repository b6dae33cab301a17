import type { Disk } from '../core/disk.js';
import { sha256 } from '../core/hash.js';
import { readLines } from '../restore/lines.js';
import { below, type Output, partOf } from '../write/layout.js';
import type { Manifest } from '../write/manifest.js';

/** A record of an output, as far as comparing needs it. */
export interface Entry {
  readonly id: string;
  readonly path: string;
  readonly offset: number;
  readonly fate: Fate;
  /** Of its line in the output. */
  readonly hash: string;
}

export type Fate = 'kept' | 'dropped' | 'duplicate' | 'rejected';

export interface PartOf {
  readonly path: string;
  readonly sha256: string;
  readonly records: number;
  /** Undefined for a part that tells of records which stand elsewhere. */
  readonly fate: Fate | undefined;
}

const FATES: Readonly<Partial<Record<Output, Fate>>> = {
  data: 'kept',
  'audit/dropped': 'dropped',
  'audit/duplicates': 'duplicate',
  'audit/rejected': 'rejected',
};

/** The parts of an output by their shard's key. */
export function partsByKey({ parts }: Manifest): Map<string, PartOf[]> {
  const keys = new Map<string, PartOf[]>();
  for (const { path, sha256: hash, records } of parts) {
    const { key = '', output = 'audit/edits' } = partOf(path) ?? {};
    const fate = FATES[output];
    keys.set(key, [...(keys.get(key) ?? []), { path, sha256: hash, records, fate }]);
  }
  return keys;
}

export function sameParts(left: readonly PartOf[], right: readonly PartOf[]): boolean {
  const name = ({ path, sha256: hash }: PartOf): string => `${path} ${hash}`;
  const known = new Set(left.map(name));
  return left.length === right.length && right.every(part => known.has(name(part)));
}

export function* entriesOf(
  disk: Disk,
  output: string,
  parts: readonly PartOf[],
): Generator<Entry, void, undefined> {
  for (const { path, fate } of parts) {
    if (fate === undefined) continue;
    for (const line of readLines(disk, below(output, path))) {
      const record = JSON.parse(line.toString('utf8')) as RecordPlace;
      const place = record.metadata ?? record;
      yield { id: record.id, path: place.path, offset: place.offset, fate, hash: sha256(line) };
    }
  }
}

interface RecordPlace {
  readonly id: string;
  readonly path: string;
  readonly offset: number;
  readonly metadata?: { readonly path: string; readonly offset: number };
}
