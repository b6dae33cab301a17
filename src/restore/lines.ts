import type { Disk } from '../core/disk.js';
import { readChunks } from '../read/bytes.js';

const LF = 0x0a;

/** The lines of a file that limpia wrote, as bytes without their ends. */
export function* readLines(disk: Disk, path: string): Generator<Buffer, void, undefined> {
  let rest: Buffer[] = [];
  for (const chunk of readChunks(disk, path, 0, disk.stat(path)?.size ?? 0)) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      const line = chunk.subarray(from, end);
      yield rest.length === 0 ? line : Buffer.concat([...rest, line]);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
