import type { Reason } from '../core/reasons.js';
import type { Disk } from '../core/disk.js';
import type { Origin, Source } from '../core/document.js';
import { sha256, sha256Stream } from '../core/hash.js';
import { looksBinary } from '../decode/binary.js';
import { decode } from '../decode/decode.js';
import { type FileCharset, charsetOfHead, HEAD_BYTES } from '../decode/file-charset.js';
import type { ShardItem } from '../plan/shard.js';
import { gunzip, InflateError, readChunks } from '../read/bytes.js';
import type { Format, ParseOptions, RawRecord, Splitter } from '../read/format.js';
import { kindOf } from '../read/formats.js';
import { text } from '../read/text.js';
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
      readonly reason: Reason;
      readonly error: string;
    };

export interface ReadOptions extends ParseOptions {
  /** Longest record in bytes. */
  readonly maxBytes: number;
  /** Keys that lead to the list of records in a JSON file; the path is relative to the input. */
  readonly pickOf: (path: string) => readonly string[];
  /** The charset that the user says a file is in; the path is relative to the input. */
  readonly charsetOf: (path: string) => string | undefined;
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
  // What is of no kind is a folder that could not be listed: opening it says why.
  const { format, gzip } = kindOf(item.path) ?? { format: text, gzip: false };
  const start = gzip ? 0 : Math.max(0, item.from - 1);
  const stop = gzip || item.to >= item.size ? Infinity : item.to;
  const forced = options.charsetOf(item.path);
  const parse = format.parser(options);
  const begin = (head: Buffer): Begun => {
    const charset = charsetOfHead(head, forced);
    const splitter = format.split({
      start,
      skipFirst: !gzip && item.from > 0,
      stop,
      maxBytes: options.maxBytes,
      charset: charset.name,
      pick: options.pickOf(item.path),
    });
    return { splitter, toFound: raw => raw.flatMap(one => foundOf(one, item.path, format, parse, charset)) };
  };
  const hash = sha256Stream();
  const state: State = { end: start, inflated: start, begun: undefined, isBinary: false };

  let left = item.take ?? Infinity;
  /** False when no more records are wanted. */
  const hand = (found: readonly Found[]): boolean => {
    visit(found.length > left ? found.slice(0, left) : found);
    left -= found.length;
    return left > 0;
  };

  /** False when there is nothing more to read for this shard. */
  const take = (chunk: Buffer): boolean => {
    if (!state.begun) {
      const head = start === 0 ? chunk.subarray(0, HEAD_BYTES) : headOf(disk, fullPath);
      state.isBinary = forced === undefined && looksBinary(head);
      if (state.isBinary) return false;
      state.begun = begin(head);
    }
    const { splitter, toFound } = state.begun;
    state.inflated += chunk.length;
    return hand(toFound(splitter.push(chunk))) && !splitter.done;
  };
  const stored = observed(readChunks(disk, fullPath, start, item.size), chunk => {
    const before = state.end;
    const splitter = state.begun?.splitter;
    state.end = gzip || splitter?.done !== true ? before + chunk.length : splitter.offset;
    hash.update(chunk.subarray(0, state.end - before));
    progress(state.end - before);
  });

  try {
    if (gzip) await inflate(stored, () => readChunks(disk, fullPath, start, item.size), take);
    else for (const chunk of stored) if (!take(chunk)) break;
    if (state.isBinary)
      visit([whole(item, 'binary', 'The file is no text: it has a known signature or many control bytes.')]);
    else {
      const { splitter, toFound } = (state.begun ??= begin(Buffer.alloc(0)));
      if (left > 0) hand(toFound(splitter.end()));
    }
  } catch (error) {
    if (error instanceof InflateError)
      visit([tail(item, state.begun?.splitter.offset ?? 0, state.inflated, error.reason, error.message)]);
    else if (error instanceof ReadError) {
      visit([tail(item, state.begun?.splitter.offset ?? start, item.size, 'unreadable', error.message)]);
      // Without a hash the shard never counts as unchanged: the next run tries again.
      return { ...item, end: state.end, sha256: '' };
    } else throw error;
  }
  return { ...item, end: state.end, sha256: hash.digest() };
}

interface Begun {
  readonly splitter: Splitter;
  readonly toFound: (raw: readonly RawRecord[]) => Found[];
}

interface State {
  /** How far the file was read, as it lies on disk and inflated (bytes). */
  end: number;
  inflated: number;
  /** Undefined until the file's first bytes are there. */
  begun: Begun | undefined;
  isBinary: boolean;
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

async function inflate(
  stored: Iterable<Buffer>,
  again: () => Iterable<Buffer>,
  take: (chunk: Buffer) => boolean,
): Promise<void> {
  for await (const chunk of gunzip(stored, again)) if (!take(chunk)) return;
}

function foundOf(
  record: RawRecord,
  path: string,
  { markup }: Format,
  parse: ReturnType<Format['parser']>,
  charset: FileCharset,
): Found[] {
  const { offset } = record;
  if (!('bytes' in record)) {
    const { length, part, reason, error } = record;
    const digest = part?.length === length ? sha256(part) : '';
    return [{ ok: false, origin: { path, offset, length }, sha256: digest, bytes: part, reason, error }];
  }
  const { bytes } = record;
  const origin = { path, offset, length: bytes.length };
  const digest = sha256(bytes);
  const { lost, ...decoded } = decode(bytes, charset);
  const parsed = parse(decoded.text);
  if (!parsed) return [];
  if (!parsed.ok)
    return [{ ok: false, origin, sha256: digest, bytes, reason: parsed.reason, error: parsed.error }];
  const { ownId, fields, extra } = parsed;
  const source: Source = {
    ownId,
    origin,
    charset: decoded.charset,
    sha256: digest,
    text: parsed.text,
    fields,
    extra,
    ...(decoded.score < 1 ? { charsetScore: decoded.score } : {}),
    ...(lost.length > 0 ? { lost } : {}),
    ...(markup === 'plain' ? {} : { format: markup }),
  };
  return [{ ok: true, bytes, source }];
}

/** The head of a file of which this shard has a later part. */
function headOf(disk: Disk, path: string): Buffer {
  const handle = disk.openRead(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, handle.read(head, 0));
  } finally {
    handle.close();
  }
}

function whole({ path, from, to }: ShardItem, reason: Reason, error: string): Found {
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
function tail({ path }: ShardItem, offset: number, known: number, reason: Reason, error: string): Found {
  return {
    ok: false,
    origin: { path, offset, length: Math.max(0, known - offset) },
    sha256: '',
    bytes: undefined,
    reason,
    error,
  };
}
