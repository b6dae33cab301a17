import type { Disk } from '../core/disk.js';
import { sha256Stream } from '../core/hash.js';
import type { ShardItem } from '../plan/shard.js';
import { CHUNK_BYTES } from '../read/bytes.js';
import { below } from '../write/layout.js';
import type { LedgerEntry, ReadItem } from './ledger.js';

/**
 * Whether a committed entry still tells the truth about a shard: the same settings, the same input bytes, and
 * every part in its place with its size. A file with the same size and time is taken to be the same.
 */
export function isCommitted(
  disk: Disk,
  input: string,
  output: string,
  items: readonly ShardItem[],
  settings: string,
  entry: LedgerEntry,
): boolean {
  return (
    entry.settings === settings &&
    entry.items.length === items.length &&
    items.every((item, i) => isUnchanged(disk, input, item, entry.items[i])) &&
    entry.parts.every(part => disk.stat(below(output, part.path))?.size === part.bytes)
  );
}

/** The same entry with the times of files that were only touched, so that the next run need not read them to see it. */
export function withTimes(entry: LedgerEntry, items: readonly ShardItem[]): LedgerEntry {
  const noted = entry.items.map((item, i) => {
    const { size, mtimeMs } = items[i] ?? item;
    return { ...item, size, mtimeMs };
  });
  return { ...entry, items: noted };
}

/** Whether the entry knows the files with their times. */
export function hasTimes(entry: LedgerEntry, items: readonly ShardItem[]): boolean {
  return items.every((item, i) => hasTimesOf(item, entry.items[i]));
}

function hasTimesOf(now: ShardItem, before: ReadItem | undefined): boolean {
  return now.size === before?.size && now.mtimeMs === before.mtimeMs;
}

function isUnchanged(disk: Disk, input: string, now: ShardItem, before: ReadItem | undefined): boolean {
  if (!before || before.sha256 === '') return false;
  if (
    now.take !== before.take ||
    now.path !== before.path ||
    now.from !== before.from ||
    now.to !== before.to
  )
    return false;
  // A stretch that ends inside the file is the same however the rest of it grew.
  const isLast = now.to === now.size;
  if (isLast !== (before.to === before.size) || (isLast && now.size !== before.size)) return false;
  if (hasTimesOf(now, before)) return true;
  return hashOf(disk, below(input, now.path), Math.max(0, before.from - 1), before.end) === before.sha256;
}

/** SHA-256 of bytes `[from, end)` of a file, or '' when they cannot be read. */
function hashOf(disk: Disk, path: string, from: number, end: number): string {
  const hash = sha256Stream();
  try {
    const handle = disk.openRead(path);
    try {
      const buffer = new Uint8Array(CHUNK_BYTES);
      for (let at = from; at < end;) {
        const count = handle.read(buffer.subarray(0, Math.min(buffer.length, end - at)), at);
        if (count === 0) return '';
        hash.update(buffer.subarray(0, count));
        at += count;
      }
    } finally {
      handle.close();
    }
  } catch {
    return '';
  }
  return hash.digest();
}
