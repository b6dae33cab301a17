import zlib from 'node:zlib';
import type { Disk } from '../core/disk.js';

export const CHUNK_BYTES = 1 << 20;

/** A file's bytes from `from` (inclusive) to its end, in pieces that the caller may keep. */
export function* readChunks(
  disk: Disk,
  path: string,
  from: number,
  size: number,
): Generator<Buffer, void, undefined> {
  const handle = disk.openRead(path);
  try {
    for (let position = from; ;) {
      // One byte more than is expected: a short read is then the end, and no second call is needed to see it.
      const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, Math.max(0, size - position) + 1));
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

/**
 * Inflates gzip. One promise per chunk of input; everything inflated before an error is handed over first.
 * @throws InflateError
 */
export async function* gunzip(compressed: Iterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
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
  const take = (): Buffer[] => {
    const taken = output;
    output = [];
    return taken;
  };
  let read = 0;
  let inflated = 0;
  try {
    for (const chunk of compressed) {
      read += chunk.length;
      await until(done => stream.write(chunk, done));
      for (const piece of take()) {
        inflated += piece.length;
        if (inflated > INFLATION_FREE_BYTES && inflated > read * MAX_INFLATION)
          throw new InflateError(
            'inflation',
            `The file inflates to more than ${MAX_INFLATION} times its size.`,
          );
        yield piece;
      }
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
