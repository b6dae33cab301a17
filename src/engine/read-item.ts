import type { Disk } from '../core/disk.js';
import type { Origin, Source } from '../core/document.js';
import { sha256, sha256Stream } from '../core/hash.js';
import { looksBinary } from '../decode/binary.js';
import { decode } from '../decode/decode.js';
import type { ShardItem } from '../plan/shard.js';
import { gunzip, InflateError, readChunks } from '../read/bytes.js';
import type { Format, ParseOptions, RawRecord } from '../read/format.js';
import { kindOf } from '../read/formats.js';
import type { ReadItem } from './ledger.js';

/** A record that could be read, or one that could not and why. */
export type Found =
  | { readonly ok: true; readonly source: Source; readonly bytes: Buffer }
  | {
      readonly ok: false;
      readonly origin: Origin;
      /** SHA-256 of the record's bytes, or '' when they were never all read. */
      readonly sha256: string;
      readonly bytes: Buffer | undefined;
      readonly reason: string;
      readonly error: string;
    };

export interface ReadOptions extends ParseOptions {
  /** Longest record in bytes. */
  readonly maxBytes: number;
}

/**
 * Reads the records of one file, or of the part of it that belongs to a shard, and hands them over in batches.
 * Never throws for what is in the file: that is rejected with its place, and the records before it stand.
 */
export async function readItem(
  disk: Disk,
  fullPath: string,
  item: ShardItem,
  options: ReadOptions,
  visit: (batch: readonly Found[]) => void,
  progress: (bytes: number) => void,
): Promise<ReadItem> {
  const kind = kindOf(item.path);
  if (!kind) throw new Error(`${item.path} was planned, but limpia does not read its kind`);
  const { format, gzip } = kind;
  const start = gzip ? 0 : Math.max(0, item.from - 1);
  const stop = gzip || item.to >= item.size ? Infinity : item.to;
  const splitter = format.split({
    start,
    skipFirst: !gzip && item.from > 0,
    stop,
    maxBytes: options.maxBytes,
  });
  const hash = sha256Stream();
  const state = { end: start, inflated: start, isFirst: true, isBinary: false };

  /** False when there is nothing more to read for this shard. */
  const take = (chunk: Buffer): boolean => {
    state.isBinary = state.isFirst && looksBinary(chunk);
    state.isFirst = false;
    if (state.isBinary) return false;
    state.inflated += chunk.length;
    visit(toFound(splitter.push(chunk), format, item.path, options));
    return !splitter.done;
  };
  const stored = observed(readChunks(disk, fullPath, start, item.size), chunk => {
    const before = state.end;
    state.end = gzip || !splitter.done ? before + chunk.length : splitter.offset;
    hash.update(chunk.subarray(0, state.end - before));
    progress(state.end - before);
  });

  try {
    if (gzip) await inflate(stored, take);
    else for (const chunk of stored) if (!take(chunk)) break;
    if (state.isBinary)
      visit([whole(item, 'binary', 'The file is no text: it has a known signature or many control bytes.')]);
    else visit(toFound(splitter.end(), format, item.path, options));
  } catch (error) {
    if (error instanceof InflateError)
      visit([tail(item, splitter.offset, state.inflated, error.reason, error.message)]);
    else if (error instanceof ReadError) {
      visit([tail(item, splitter.offset, item.size, 'unreadable', error.message)]);
      // Without a hash the shard never counts as unchanged: the next run tries again.
      return { ...item, end: state.end, sha256: '' };
    } else throw error;
  }
  return { ...item, end: state.end, sha256: hash.digest() };
}

/** The input could not be opened or read; anything else that is thrown is not the input's fault. */
class ReadError extends Error {
  override readonly name = 'ReadError';
}

/** Lets each piece through and tells `done` about it after the consumer has dealt with it. */
function* observed(
  chunks: Iterator<Buffer>,
  done: (chunk: Buffer) => void,
): Generator<Buffer, void, undefined> {
  try {
    for (let next = step(chunks); !next.done; next = step(chunks)) {
      try {
        yield next.value;
      } finally {
        done(next.value);
      }
    }
  } finally {
    chunks.return?.();
  }
}

function step(chunks: Iterator<Buffer>): IteratorResult<Buffer, unknown> {
  try {
    return chunks.next();
  } catch (error) {
    throw new ReadError(error instanceof Error ? error.message : String(error));
  }
}

async function inflate(stored: Iterable<Buffer>, take: (chunk: Buffer) => boolean): Promise<void> {
  for await (const chunk of gunzip(stored)) if (!take(chunk)) return;
}

function toFound(raw: readonly RawRecord[], format: Format, path: string, options: ParseOptions): Found[] {
  return raw.map(record => {
    const { offset } = record;
    if (!('bytes' in record))
      return {
        ok: false,
        origin: { path, offset, length: record.length },
        sha256: '',
        bytes: undefined,
        reason: record.reason,
        error: record.error,
      };
    const { bytes } = record;
    const origin = { path, offset, length: bytes.length };
    const digest = sha256(bytes);
    const { text, charset } = decode(bytes);
    const parsed = format.parse(text, options);
    if (!parsed.ok)
      return { ok: false, origin, sha256: digest, bytes, reason: parsed.reason, error: parsed.error };
    const { ownId, fields, extra } = parsed;
    return {
      ok: true,
      bytes,
      source: { ownId, origin, charset, sha256: digest, text: parsed.text, fields, extra },
    };
  });
}

function whole({ path, from, to }: ShardItem, reason: string, error: string): Found {
  return {
    ok: false,
    origin: { path, offset: from, length: to - from },
    sha256: '',
    bytes: undefined,
    reason,
    error,
  };
}

/** What is left of a file after an error: one rejected record from the last good record's end on. */
function tail({ path }: ShardItem, offset: number, known: number, reason: string, error: string): Found {
  return {
    ok: false,
    origin: { path, offset, length: Math.max(0, known - offset) },
    sha256: '',
    bytes: undefined,
    reason,
    error,
  };
}
