import { type Disk, readFully, type WriteHandle } from '../core/disk.js';
import { largeUint32 } from '../core/large-array.js';
import { type Bins, doubled, type MakeBins } from '../settle/bins.js';
import { below, TEMPORARY } from '../write/layout.js';

/** Words that a bin gathers in memory before it is written: with some hundred bins some megabytes. */
const BUFFER_WORDS = 1 << 13;
/** Words of a piece: 8 MB. */
const PIECE_WORDS = 1 << 21;

interface Bin {
  /** What is not in the file. */
  words: Uint32Array;
  length: number;
  /** Words in the file. */
  written: number;
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
      written: 0,
      handle: undefined,
    }));
    // One for all bins: as garbage they would add up faster than it is collected.
    let room = new Uint32Array();
    const roomFor = (words: number): Uint32Array => {
      if (room.length < words) room = largeUint32(Math.ceil(1.25 * words));
      return room.subarray(0, words);
    };
    const path = (index: number): string => below(output, `${TEMPORARY}/bin-${name}-${index}`);
    const write = (bin: Bin, index: number): void => {
      if (!bin.handle) {
        bin.handle = disk.openWrite(path(index));
        files.set(path(index), bin.handle);
      }
      bin.handle.write(bytesOf(bin.words.subarray(0, bin.length)));
      bin.written += bin.length;
      bin.length = 0;
    };
    /** What is read is not written to any more: its buffer goes. */
    const finish = (bin: Bin, index: number): void => {
      if (bin.length > 0) write(bin, index);
      bin.words = NONE;
    };
    const pieces = function* (index: number, most: number): Generator<Uint32Array, void, undefined> {
      const bin = bins[index];
      if (!bin) return;
      if (!bin.handle) {
        yield bin.words.subarray(0, bin.length);
        return;
      }
      finish(bin, index);
      const file = disk.openRead(path(index));
      try {
        for (let at = 0; at < bin.written; at += most) {
          const piece = roomFor(Math.min(most, bin.written - at));
          if (!readFully(file, bytesOf(piece), 4 * at))
            throw new Error(`${path(index)} is shorter than it was`);
          yield piece;
        }
      } finally {
        file.close();
      }
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
        for (const all of pieces(index, Infinity)) return all;
        return NONE;
      },
      pieces: (index, width) => pieces(index, PIECE_WORDS - (PIECE_WORDS % width)),
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

const NONE = new Uint32Array();

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
