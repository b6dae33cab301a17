import { type Disk, readFully, type WriteHandle } from '../core/disk.js';
import { type Bins, doubled, type MakeBins } from '../settle/bins.js';
import { below, TEMPORARY } from '../write/layout.js';

/** Words that a bin gathers in memory before it is written: with some hundred bins some megabytes. */
const BUFFER_WORDS = 1 << 14;

interface Bin {
  words: Uint32Array;
  length: number;
  handle: WriteHandle | undefined;
}

export interface DiskBins {
  readonly make: MakeBins;
  /** Removes all files. */
  readonly clear: () => void;
}

/**
 * Bins that lie in files below the output's folder of temporary files, one a bin, from the moment that they do not fit
 * into a small buffer.
 */
export function diskBins(disk: Disk, output: string): DiskBins {
  const files = new Map<string, WriteHandle>();
  const make: MakeBins = (name, count): Bins => {
    const bins = Array.from({ length: count }, (): Bin => ({
      words: new Uint32Array(64),
      length: 0,
      handle: undefined,
    }));
    // One for all bins: as garbage they would add up faster than it is collected.
    let room = new Uint32Array();
    const path = (index: number): string => below(output, `${TEMPORARY}/bin-${name}-${index}`);
    const write = (bin: Bin, index: number): void => {
      if (!bin.handle) {
        bin.handle = disk.openWrite(path(index));
        files.set(path(index), bin.handle);
      }
      bin.handle.write(bytesOf(bin.words.subarray(0, bin.length)).slice());
      bin.length = 0;
    };
    return {
      count,
      push: (index, row) => {
        const bin = bins[index];
        if (!bin) throw new RangeError(`no bin ${index} of ${count}`);
        if (bin.length + row.length > bin.words.length) {
          if (bin.words.length >= BUFFER_WORDS) write(bin, index);
          else bin.words = doubled(bin.words);
        }
        for (let i = 0; i < row.length; i++) bin.words[bin.length++] = row[i] ?? 0;
      },
      read: index => {
        const bin = bins[index];
        if (!bin) return new Uint32Array();
        const rest = bin.words.subarray(0, bin.length);
        if (!bin.handle) return rest;
        const size = disk.stat(path(index))?.size ?? 0;
        const count = size / 4 + rest.length;
        if (room.length < count) room = new Uint32Array(Math.ceil(1.25 * count));
        readAll(disk, path(index), bytesOf(room.subarray(0, size / 4)));
        room.set(rest, size / 4);
        return room.subarray(0, count);
      },
    };
  };
  return {
    make,
    clear: () => {
      for (const [path, handle] of files) {
        handle.close();
        disk.remove(path);
      }
      files.clear();
    },
  };
}

function readAll(disk: Disk, path: string, into: Uint8Array): void {
  const file = disk.openRead(path);
  try {
    if (!readFully(file, into, 0)) throw new Error(`${path} is shorter than it was`);
  } finally {
    file.close();
  }
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
