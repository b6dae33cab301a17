import { sha256 } from '../core/hash.js';

/** A stretch of an input file: the records that start in bytes `[from, to)` of the file as it lies on disk. */
export interface ShardItem {
  /** Relative to the input folder, with `/` between its parts. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** Size of the whole file in bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Only so many of its first records are wanted; all where it is left out. */
  readonly take?: number;
}

/** A unit of work: one worker reads it and writes one part for each output. */
export interface Shard {
  /** Names the parts; the same as long as the shard starts at the same place of the same file. */
  readonly key: string;
  /** Bytes that it covers. */
  readonly bytes: number;
  /** Listed when they are asked for: all shards have as many together as there are files. */
  readonly items: () => readonly ShardItem[];
}

/** 48 bits: among a million shards two get the same key in one corpus of 560; `plan` checks. */
const KEY_DIGITS = 12;

export function shardKey(first: Pick<ShardItem, 'path' | 'from'>): string {
  return sha256(`${first.path}\0${first.from}`).slice(0, KEY_DIGITS);
}
