import { sha256 } from '../core/hash.js';
import { charsetOfHead } from '../decode/file-charset.js';
import { kindOf } from '../read/formats.js';
import { type Shard, type ShardItem, shardKey } from './shard.js';

/** A file of the input as discovery found it. */
export interface InputFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Whether it may be cut at line starts. */
  readonly splittable: boolean;
}

/** Opening, reading and closing a file costs about as much as cleaning this many bytes. */
const FILE_COST_BYTES = 4096;

/**
 * Packs files (sorted by path) into shards of about `target` bytes. Big line-oriented files are cut at multiples
 * of `target`, so that appending to one changes its last shard only. Other files are packed together; whether
 * a shard ends after a file depends on the file's name alone, so that a new file disturbs one shard.
 */
export function pack(files: readonly InputFile[], target: number): Shard[] {
  const shards: Shard[] = [];
  let items: ShardItem[] = [];
  let cost = 0;
  const close = (): void => {
    const [first] = items;
    if (first) shards.push({ key: shardKey(first), items });
    items = [];
    cost = 0;
  };
  for (const file of files) {
    const { path, size, mtimeMs } = file;
    if (file.splittable && size > target) {
      close();
      for (let from = 0; from < size; from += target) {
        items = [{ path, from, to: Math.min(from + target, size), size, mtimeMs }];
        close();
      }
      continue;
    }
    items.push({ path, from: 0, to: size, size, mtimeMs });
    const own = size + FILE_COST_BYTES;
    cost += own;
    if (cost > 2 * target || endsShard(path, own / target)) close();
  }
  close();
  return withDistinctKeys(shards);
}

/** True for a share of `chance` of all names, always the same ones. */
function endsShard(path: string, chance: number): boolean {
  return parseInt(sha256(path).slice(0, 8), 16) < chance * 2 ** 32;
}

function withDistinctKeys(shards: readonly Shard[]): Shard[] {
  const seen = new Set<string>();
  return shards.map(shard => {
    let { key } = shard;
    while (seen.has(key)) key = sha256(key).slice(0, key.length);
    seen.add(key);
    return { ...shard, key };
  });
}

/**
 * Whether a file of this name may be cut at line starts. One that begins in another charset than UTF-8 may not: a later
 * part then depends on the file's head.
 */
export function isSplittable(path: string, head: Buffer): boolean {
  const kind = kindOf(path);
  return kind !== undefined && kind.format.lines && !kind.gzip && charsetOfHead(head).name === undefined;
}
