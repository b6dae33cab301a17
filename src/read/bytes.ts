import zlib from 'node:zlib';
import type { Disk } from '../core/disk.js';

export const CHUNK_BYTES = 1 << 20;

/** A file's bytes from `from` (inclusive) to its end, in pieces that the caller may keep. */
export function readChunks(
  disk: Disk,
  path: string,
  from: number,
  size: number,
): Generator<Buffer, void, undefined> {
  return chunks(disk, path, { from, size, most: CHUNK_BYTES, room: bytes => Buffer.allocUnsafeSlow(bytes) });
}

/** The same of a whole file, in pieces of at most `most` bytes that go where `room` says. */
export function readInto(
  disk: Disk,
  path: string,
  size: number,
  most: number,
  room: Reading['room'],
): Generator<Buffer, void, undefined> {
  return chunks(disk, path, { from: 0, size, most, room });
}

interface Reading {
  readonly from: number;
  readonly size: number;
  /** Bytes of a piece. */
  readonly most: number;
  /** A buffer of so many bytes for the next piece: never more than were asked for first. */
  readonly room: (bytes: number) => Buffer;
}

function* chunks(
  disk: Disk,
  path: string,
  { from, size, most, room }: Reading,
): Generator<Buffer, void, undefined> {
  const handle = disk.openRead(path);
  try {
    for (let position = from; ;) {
      // One byte more than is expected: a short read is then the end, and no second call is needed to see it.
      const buffer = room(Math.min(most, Math.max(0, size - position) + 1));
      const count = handle.read(buffer, position);
      if (count > 0) yield count === buffer.length ? buffer : buffer.subarray(0, count);
      if (count < buffer.length) return;
      position += count;
    }
  } finally {
    handle.close();
  }
}

/** Raised when a compressed stream ends early or is broken; what came before it was good. */
export class InflateError extends Error {
  override readonly name = 'InflateError';
  constructor(
    readonly reason: 'truncated' | 'corrupt' | 'inflation',
    message: string,
  ) {
    super(message);
  }
}

/** Real text shrinks to a tenth at most, repetitive JSON to a thirtieth; deflate's own limit is 1:1032. */
const MAX_INFLATION = 200;
const INFLATION_FREE_BYTES = 64 << 20;

/** Input is fed in pieces of so many bytes; each time a fault is met, the pieces around it get smaller. */
const STEPS = [Infinity, 1024, 1];

/**
 * Inflates gzip. Everything inflated before an error is handed over first: zlib forgets what it made of the piece of
 * input in which it meets a fault, so the file is read `again` from the start and fed in smaller pieces there.
 * @throws InflateError
 */
export async function* gunzip(
  compressed: Iterable<Buffer>,
  again: () => Iterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  let given = 0;
  let sound = 0;
  for (const [pass, step] of STEPS.entries()) {
    const state = { read: 0, inflated: 0 };
    const input = pass === 0 ? compressed : piecesOf(again(), sound, step);
    try {
      for await (const piece of inflate(input, state)) {
        const known = Math.max(0, given - (state.inflated - piece.length));
        if (known >= piece.length) continue;
        given = state.inflated;
        yield piece.subarray(known);
      }
      return;
    } catch (error) {
      const isLast = pass === STEPS.length - 1;
      if (!(error instanceof InflateError) || error.reason !== 'corrupt' || isLast) throw error;
      sound = state.read;
    }
  }
}

/** Whole chunks up to byte `sound`, and pieces of `step` bytes from there on. */
function* piecesOf(
  chunks: Iterable<Buffer>,
  sound: number,
  step: number,
): Generator<Buffer, void, undefined> {
  let position = 0;
  for (const chunk of chunks) {
    const whole = Math.min(chunk.length, Math.max(0, sound - position));
    if (whole > 0) yield chunk.subarray(0, whole);
    for (let at = whole; at < chunk.length; at += step) yield chunk.subarray(at, at + step);
    position += chunk.length;
  }
}

/** Bytes that were read and digested, and bytes that came of them. */
interface Inflated {
  read: number;
  inflated: number;
}

/** One promise per piece of input. */
async function* inflate(pieces: Iterable<Buffer>, state: Inflated): AsyncGenerator<Buffer, void, undefined> {
  const stream = zlib.createGunzip({ chunkSize: 256 << 10 });
  let output: Buffer[] = [];
  let failure: NodeJS.ErrnoException | undefined;
  let wake = (): void => undefined;
  stream.on('data', (chunk: Buffer) => output.push(chunk));
  stream.on('end', () => {
    wake();
  });
  // After an error zlib calls back to nobody who waits for a write.
  stream.on('error', error => {
    failure = error;
    wake();
  });
  const until = (start: (done: () => void) => void): Promise<void> =>
    new Promise(resolve => {
      wake = resolve;
      start(resolve);
    });
  const take = function* (): Generator<Buffer, void, undefined> {
    for (const piece of output) {
      state.inflated += piece.length;
      yield piece;
    }
    output = [];
  };
  try {
    for (const piece of pieces) {
      await until(done => stream.write(piece, done));
      if (!isSet(failure)) state.read += piece.length;
      yield* take();
      if (
        state.inflated > INFLATION_FREE_BYTES &&
        state.inflated > (state.read + piece.length) * MAX_INFLATION
      )
        throw new InflateError(
          'inflation',
          `The file inflates to more than ${MAX_INFLATION} times its size.`,
        );
      if (isSet(failure)) break;
    }
    if (!isSet(failure)) await until(() => stream.end());
    yield* take();
    if (isSet(failure)) throw inflateError(failure);
  } finally {
    stream.destroy();
  }
}

/** Set by a listener, which the compiler cannot see. */
function isSet(failure: NodeJS.ErrnoException | undefined): failure is NodeJS.ErrnoException {
  return failure !== undefined;
}

function inflateError(error: NodeJS.ErrnoException): InflateError {
  return error.code === 'Z_BUF_ERROR'
    ? new InflateError('truncated', 'The gzip file ends before its data does.')
    : new InflateError('corrupt', `The gzip file is broken: ${error.message}.`);
}
