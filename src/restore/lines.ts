import { Gunzip } from 'fflate';
import type { Disk } from '../core/disk.js';
import { readChunks, readInto } from '../read/bytes.js';

const LF = 0x0a;

/** Bytes that are read at once. */
const PIECE_BYTES = 1 << 18;

/** The lines of a part that limpia wrote, plain or gzip, as bytes without their ends. Each is valid until the next but one. */
export function* readLines(disk: Disk, path: string): Generator<Buffer, void, undefined> {
  const size = disk.stat(path)?.size ?? 0;
  const rooms = twoRooms();
  const chunks = path.endsWith('.gz')
    ? gunzip(readChunks(disk, path, 0, size))
    : readInto(disk, path, size, PIECE_BYTES, rooms.next);
  let rest: Buffer[] = [];
  for (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      const line = chunk.subarray(from, end);
      if (rest.length === 0) rooms.lend();
      yield rest.length === 0 ? line : Buffer.concat([...rest, line]);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/**
 * Two buffers in turn, of which the one stays as it is that was lent last: as garbage, one for each piece would take up some
 * 60 MB before they are collected.
 */
function twoRooms(): { readonly next: (bytes: number) => Buffer; readonly lend: () => void } {
  let current: Buffer | undefined;
  let lent: Buffer | undefined;
  let isLent = false;
  return {
    next: bytes => {
      if (isLent) [current, lent] = [lent, current];
      isLent = false;
      current ??= Buffer.allocUnsafeSlow(bytes);
      return current.subarray(0, bytes);
    },
    lend: () => {
      isLent = true;
    },
  };
}

/** Inflates as it reads, without a promise. */
function* gunzip(compressed: Iterable<Buffer>): Generator<Buffer, void, undefined> {
  let inflated: Buffer[] = [];
  const stream = new Gunzip(chunk => {
    inflated.push(Buffer.from(chunk));
  });
  for (const chunk of compressed) {
    stream.push(chunk);
    yield* inflated;
    inflated = [];
  }
  // A file that was cut off is told only when it is said to end.
  stream.push(new Uint8Array(), true);
  yield* inflated;
}
