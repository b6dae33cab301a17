import type { Counts } from '../core/counts.js';
import type { Disk } from '../core/disk.js';
import { removeDurably, writeAtomic } from '../write/atomic.js';
import { below, LEDGER, ledgerPath } from '../write/layout.js';
import type { Part } from '../write/parts.js';

/** An input range as it was read: enough to see whether it has changed. */
export interface ReadItem {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly mtimeMs: number;
  /** Where only some of its first records were wanted. */
  readonly take?: number;
  /** Where the last record ends (bytes of the file as it lies on disk). */
  readonly end: number;
  /** SHA-256 of the bytes that were read, `[max(0, from - 1), end)`, or '' when the file could not be read. */
  readonly sha256: string;
}

/** A committed shard. Its presence means: these parts stand under their names, whole and durable. */
export interface LedgerEntry {
  readonly key: string;
  /** Hash of everything besides the input that the parts depend on. */
  readonly settings: string;
  /** Hashes of what the whole corpus decided about this shard; '' where that is nothing. */
  readonly decisions: { readonly texts: string; readonly duplicates: string };
  readonly items: readonly ReadItem[];
  readonly parts: readonly Part[];
  readonly counts: Counts;
}

/** What is kept in memory of a committed shard: its files stay on disk. */
export type CommittedShard = Omit<LedgerEntry, 'items'>;

export function withoutItems({ key, settings, decisions, parts, counts }: LedgerEntry): CommittedShard {
  return { key, settings, decisions, parts, counts };
}

/** All entries, each read when its turn comes. */
export function* ledgerEntries(disk: Disk, root: string): Generator<LedgerEntry, void, undefined> {
  for (const name of disk.list(below(root, LEDGER))) {
    const entry = parseEntry(disk, root, name.replace(/\.json$/, ''));
    if (entry) yield entry;
  }
}

/** The entry of a shard that is committed. */
export function ledgerEntry(disk: Disk, root: string, key: string): LedgerEntry {
  const entry = parseEntry(disk, root, key);
  if (!entry) throw new Error(`${ledgerPath(key)} in ${root} is not what was written there`);
  return entry;
}

/** An entry that cannot be read commits nothing: the shard is done again. */
function parseEntry(disk: Disk, root: string, key: string): LedgerEntry | undefined {
  const json = disk.readFile(below(root, ledgerPath(key))).toString('utf8');
  try {
    const entry = JSON.parse(json) as LedgerEntry | null;
    return entry?.key === key ? entry : undefined;
  } catch {
    return undefined;
  }
}

export function commit(disk: Disk, root: string, entry: LedgerEntry): void {
  writeAtomic(disk, root, ledgerPath(entry.key), JSON.stringify(entry));
}

/** Before a part is touched its entry goes, or a crash would leave old words about new bytes. */
export function uncommit(disk: Disk, root: string, key: string): void {
  removeDurably(disk, root, ledgerPath(key));
}
