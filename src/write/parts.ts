import { dirname } from 'node:path';
import type { Disk, WriteHandle } from '../core/disk.js';
import { sha256Stream } from '../core/hash.js';
import { below, type Output, OUTPUTS, partPath, TEMPORARY } from './layout.js';

/** A finished part, as the ledger and the manifest name it. */
export interface Part {
  /** Relative to the output folder, with `/` between its parts. */
  readonly path: string;
  readonly output: Output;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes the parts of one shard. Nothing stands under a final name before `publish`. */
export interface PartsWriter {
  readonly line: (output: Output, line: string) => void;
  /** Bytes written so far to all parts. */
  readonly finish: () => Part[];
  /** Moves the finished parts to their names and removes those of an earlier run that are empty now. */
  readonly publish: () => void;
  readonly abort: () => void;
}

const BUFFER_UNITS = 1 << 20;

interface OpenPart {
  readonly handle: WriteHandle;
  readonly hash: ReturnType<typeof sha256Stream>;
  lines: string[];
  units: number;
  records: number;
  bytes: number;
}

export function partsWriter(disk: Disk, root: string, key: string): PartsWriter {
  const open = new Map<Output, OpenPart>();
  const temporary = (output: Output): string =>
    below(root, `${TEMPORARY}/${key}.${output.replaceAll('/', '~')}`);

  function flush(part: OpenPart): void {
    if (part.lines.length === 0) return;
    const bytes = Buffer.from(part.lines.join(''), 'utf8');
    part.lines = [];
    part.units = 0;
    part.handle.write(bytes);
    part.hash.update(bytes);
    part.bytes += bytes.length;
  }

  function openPart(output: Output): OpenPart {
    const part = {
      handle: disk.openWrite(temporary(output)),
      hash: sha256Stream(),
      lines: [],
      units: 0,
      records: 0,
      bytes: 0,
    };
    open.set(output, part);
    return part;
  }

  return {
    line: (output, line) => {
      const part = open.get(output) ?? openPart(output);
      part.lines.push(line, '\n');
      part.units += line.length + 1;
      part.records++;
      if (part.units >= BUFFER_UNITS) flush(part);
    },
    finish: () =>
      OUTPUTS.flatMap(output => {
        const part = open.get(output);
        if (!part) return [];
        flush(part);
        part.handle.sync();
        part.handle.close();
        const { records, bytes } = part;
        return [{ path: partPath(output, key), output, records, bytes, sha256: part.hash.digest() }];
      }),
    publish: () => {
      for (const output of OUTPUTS) {
        const target = below(root, partPath(output, key));
        if (open.has(output)) disk.rename(temporary(output), target);
        else disk.remove(target);
        disk.syncFolder(dirname(target));
      }
    },
    abort: () => {
      for (const [output, part] of open) {
        try {
          part.handle.close();
        } catch {
          // It may be closed already; what counts is that the file goes.
        }
        disk.remove(temporary(output));
      }
    },
  };
}
