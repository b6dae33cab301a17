import type { Disk } from '../core/disk.js';
import type { Reason } from '../core/reasons.js';
import { below, TEMPORARY } from '../write/layout.js';

/** What the corpus as a whole, or an earlier try, has decided about a shard. */
export interface Decisions {
  /** What changes texts and ids; undefined where that is settled already. */
  readonly texts?: Decided;
  /** Documents to leave out; undefined where that is not settled yet. */
  readonly duplicates?: Decided & {
    /** The file, relative to the output folder, that lists paragraphs and lines to take out; '' for none. */
    readonly pieces: string;
  };
  /** Records that must not be tried again, by `place`: the reason. */
  readonly poison: Readonly<Record<string, Reason>>;
}

/** Decisions that lie in a temporary file: those about all shards together may not fit into memory. */
export interface Decided {
  /** Relative to the output folder; '' where nothing is decided. */
  readonly path: string;
  /** Hash of all of it, '' when there is nothing; part of the ledger entry. */
  readonly hash: string;
}

export interface TextDecisions {
  /** Ids to use instead of the record's own, by `place`. */
  readonly ids: Readonly<Record<string, string>>;
  /** Documents of each host that is large enough to tell what repeats on it. */
  readonly hosts: Readonly<Record<string, number>>;
  /** Documents that hold a line, by the line's key. */
  readonly lines: Readonly<Record<string, number>>;
}

export const NO_TEXT_DECISIONS: TextDecisions = { ids: {}, hosts: {}, lines: {} };

/** Documents to leave out, by id. */
export type DuplicateDecisions = Readonly<Record<string, KeptInstead>>;

/** Why a document is left out. */
export interface KeptInstead {
  readonly keptId: string;
  readonly how: 'exact' | 'near';
  /** Jaccard similarity of the shingles of the two texts, to four places. */
  readonly jaccard: number;
  /** Share of the shorter text's shingles that the other one holds, to four places. */
  readonly containment: number;
}

export const NO_DECISIONS: Decisions = { poison: {} };

/** How decisions name a record. */
export function place(path: string, offset: number): string {
  return `${String(offset)}:${path}`;
}

/** Writes what was decided about a shard, as JSON; returns where. */
export function writeDecided(
  disk: Disk,
  output: string,
  { kind, key, json }: { kind: 'texts' | 'duplicates'; key: string; json: string },
): string {
  const path = `${TEMPORARY}/decided-${kind}-${key}`;
  const file = disk.openWrite(below(output, path));
  try {
    file.write(Buffer.from(json, 'utf8'));
  } finally {
    file.close();
  }
  return path;
}

/** Reads it; `none` where nothing was decided. */
export function readDecided<T>(disk: Disk, output: string, path: string, none: T): T {
  return path === '' ? none : (JSON.parse(disk.readFile(below(output, path)).toString('utf8')) as T);
}
