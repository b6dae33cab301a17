import { Gunzip } from 'fflate';
import type { Disk } from '../core/disk.js';
import { passingChunks } from '../read/bytes.js';

const LF = 0x0a;

/** The lines of a part that limpia wrote, plain or gzip, as bytes without their ends. Each is valid until the next but one. */
export function* readLines(disk: Disk, path: string): Generator<Buffer, void, undefined> {
  const chunks = passingChunks(disk, path, disk.stat(path)?.size ?? 0);
  let rest: Buffer[] = [];
  for (const chunk of path.endsWith('.gz') ? gunzip(chunks) : chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      const line = chunk.subarray(from, end);
      yield rest.length === 0 ? line : Buffer.concat([...rest, line]);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
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
