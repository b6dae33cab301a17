import { dirname } from 'node:path';
import type { Disk, WriteHandle } from '../core/disk.js';
import { sha256Stream } from '../core/hash.js';
import { type Compressor, compressor } from './gzip.js';
import { below, isPrivate, type Layout, type Output, OUTPUTS, partPath, PLAIN, TEMPORARY } from './layout.js';

/** A finished part, as the ledger and the manifest name it. */
export interface Part {
  /** Relative to the output folder, with `/` between its parts. */
  readonly path: string;
  readonly output: Output;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A line without its end: as text, in UTF-8, or text in pieces. */
export type Line = string | Uint8Array | readonly string[];

/** Writes the parts of one shard. Nothing stands under a final name before `publish`. */
export interface PartsWriter {
  /** Adds a line to an output, or to a folder of its own in there. */
  readonly line: (output: Output, line: Line, group?: string) => void;
  readonly finish: () => Part[];
  /** Moves the finished parts to their names and removes those of an earlier run that are empty now. */
  readonly publish: () => void;
  readonly abort: () => void;
}

const BUFFER_BYTES = 1 << 20;
const LF = 0x0a;

interface OpenPart {
  readonly output: Output;
  /** Relative to the output folder. */
  readonly path: string;
  readonly temporary: string;
  readonly handle: WriteHandle;
  readonly hash: ReturnType<typeof sha256Stream>;
  readonly compress: Compressor | undefined;
  /** What is not written yet: `length` bytes of it. */
  buffer: Buffer;
  length: number;
  records: number;
  bytes: number;
}

/** Most parts stay small. */
const FIRST_BYTES = 1 << 14;
/** A UTF-16 code unit takes no more bytes in UTF-8. */
const UNIT_BYTES = 3;

function appendLine(part: OpenPart, line: Line): void {
  if (typeof line === 'string' || line instanceof Uint8Array) append(part, line);
  else for (const piece of line) append(part, piece);
  part.buffer[part.length++] = LF;
}

/** Leaves room for the line's end. */
function append(part: OpenPart, piece: string | Uint8Array): void {
  const needed = part.length + piece.length * (typeof piece === 'string' ? UNIT_BYTES : 1) + 1;
  if (needed > part.buffer.length) {
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * part.buffer.length));
    part.buffer.copy(larger, 0, 0, part.length);
    part.buffer = larger;
  }
  if (typeof piece === 'string') part.length += part.buffer.write(piece, part.length, 'utf8');
  else {
    part.buffer.set(piece, part.length);
    part.length += piece.length;
  }
}

/** @param outputs the parts to write; any others of the shard are left as they are. */
export function partsWriter(
  disk: Disk,
  root: string,
  key: string,
  layout: Layout = PLAIN,
  outputs: readonly Output[] = OUTPUTS,
): PartsWriter {
  const open = new Map<string, OpenPart>();

  function flush(part: OpenPart, last: boolean): void {
    const text = part.buffer.subarray(0, part.length);
    part.length = 0;
    const bytes = part.compress?.push(text, last) ?? text;
    if (bytes.length === 0) return;
    part.handle.write(bytes);
    part.hash.update(bytes);
    part.bytes += bytes.length;
  }

  function openPart(output: Output, folder: string, group: string): OpenPart {
    const temporary = below(root, `${TEMPORARY}/${key}.${folder.replaceAll('/', '~')}`);
    const part: OpenPart = {
      output,
      path: partPath(output, key, { gzip: layout.gzip, group }),
      temporary,
      handle: disk.openWrite(temporary),
      hash: sha256Stream(),
      compress: layout.gzip && !isPrivate(output) ? compressor() : undefined,
      buffer: Buffer.allocUnsafe(FIRST_BYTES),
      length: 0,
      records: 0,
      bytes: 0,
    };
    open.set(folder, part);
    return part;
  }

  return {
    line: (output, line, group = '') => {
      const folder = group === '' ? output : `${output}/${group}`;
      const part = open.get(folder) ?? openPart(output, folder, group);
      appendLine(part, line);
      part.records++;
      if (part.length >= BUFFER_BYTES) flush(part, false);
    },
    finish: () =>
      inOrder(open.values()).map(part => {
        flush(part, true);
        part.handle.sync();
        part.handle.close();
        const { path, output, records, bytes, hash } = part;
        return { path, output, records, bytes, sha256: hash.digest() };
      }),
    publish: () => {
      const written = inOrder(open.values());
      const paths = new Set(written.map(({ path }) => path));
      for (const output of outputs)
        for (const gzip of [false, true]) {
          const stale = partPath(output, key, { gzip });
          if (!paths.has(stale)) disk.remove(below(root, stale));
        }
      for (const { path, output, temporary } of written) {
        const target = below(root, path);
        if (dirname(path) !== output) disk.makeFolder(dirname(target));
        disk.rename(temporary, target);
      }
      for (const folder of new Set([...written.map(({ path }) => dirname(path)), ...outputs]))
        disk.syncFolder(below(root, folder));
    },
    abort: () => {
      for (const { handle, temporary } of open.values()) {
        try {
          handle.close();
        } catch {
          // It may be closed already; what counts is that the file goes.
        }
        disk.remove(temporary);
      }
    },
  };
}

/** By output and, in one, by path: the order of the ledger and the manifest. */
function inOrder(parts: Iterable<OpenPart>): OpenPart[] {
  return [...parts].sort(
    (a, b) => OUTPUTS.indexOf(a.output) - OUTPUTS.indexOf(b.output) || (a.path < b.path ? -1 : 1),
  );
}
