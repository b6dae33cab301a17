import type { Disk } from '../core/disk.js';
import { recordId } from '../core/hash.js';
import type { Manifest } from '../write/manifest.js';
import { type Dropped, type Duplicate, findRecord, type Kept, type Rejected } from './output.js';

/** A record of the output with the id that it has there. */
export interface Committed {
  readonly id: string;
  readonly found: Kept | Duplicate | Dropped | Rejected;
}

/** A record of the input. */
export interface InputRecord {
  readonly path: string;
  readonly offset: number;
  /** '' where it has none. */
  readonly ownId: string;
  /** Of its bytes; '' where they were never all read. */
  readonly sha256: string;
}

/**
 * What the output has of a record of the input: under its own id, or under another one where an earlier record has that
 * too. Undefined where it has none, or one that was read from other bytes.
 */
export function committedAt(
  disk: Disk,
  output: string,
  manifest: Manifest,
  { path, offset, ownId, sha256 }: InputRecord,
): Committed | undefined {
  const own = ownId === '' ? [] : [ownId, `${ownId}-${offset}`];
  for (const id of [...own, recordId(path, offset)]) {
    const found = findRecord(disk, output, manifest, id);
    if (!found) continue;
    const place = placeOf(found);
    if (place.path === path && place.offset === offset && place.sha256 === sha256) return { id, found };
  }
  return undefined;
}

function placeOf(found: Committed['found']): { path: string; offset: number; sha256: string } {
  if (found.fate === 'dropped' || found.fate === 'rejected') return found.entry;
  const { path, offset, raw_sha256: sha256 } = (found.fate === 'kept' ? found : found.entry).record.metadata;
  return { path, offset, sha256 };
}
