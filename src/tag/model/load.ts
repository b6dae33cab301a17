import { STARTS_A_BUCKET, type Unpacked, unpackedAlone, unpackedTogether } from './unpack.js';

/**
 * One script's part of the model file. The file, packed by gzip: length of the header (4 bytes, little endian), header
 * (JSON: `format`, `scripts` with `script`, `langs`, `bits`, `scale`, `rows` and `entries`, which are how many there are,
 * `rivals`, `priors`), then for each script `rows`, `entries` (2 bytes each, little endian), and one byte for each of the
 * 2^bits buckets: how many weights it has, `DENSE` where they are the next row. Each part begins at a multiple of four.
 * It is used where it was unpacked, without a copy.
 */
export interface ScriptModel {
  /** ISO 639-3, by class; the last is `und`: text in no language. */
  readonly langs: readonly string[];
  /** Buckets are the upper so many bits of a feature's hash. */
  readonly bits: number;
  /** How many weights each bucket has; `DENSE` where they are a row. */
  readonly counts: Uint8Array;
  /** Of each `BLOCK` of buckets: where in `entries` its weights begin, and where in `rows` its rows do. */
  readonly starts: Uint32Array;
  /** Class in the upper byte, signed weight in the lower one: both come with one access to memory. */
  readonly entries: Uint16Array;
  /** A byte a class, four in a number, the first lowest: the weight plus 128. The first row is of none. */
  readonly rows: Int32Array;
  /** The same memory by the byte: the class is the place in the row. */
  readonly bytes: Uint8Array;
  readonly scale: number;
  /** For each class but the last those most like it, nearest first, then the last. */
  readonly rivals: readonly (readonly number[])[];
  /** How likely each class is before anything is read, beside the main ones: 1 and less. */
  readonly priors: readonly number[];
}

interface Header {
  readonly scripts: readonly {
    readonly script: string;
    readonly langs: readonly string[];
    readonly bits: number;
    readonly scale: number;
    readonly rows: number;
    readonly entries: number;
    readonly rivals: readonly (readonly number[])[];
    readonly priors: readonly number[];
  }[];
}

/** In place of a number of weights: the bucket has a row of its own. */
export const DENSE = 63;
/** Buckets of a block, a power of 2: what their counts say is added up when they are looked up. */
export const BLOCK = 8;

let models: ReadonlyMap<string, ScriptModel> | undefined;
let room: SharedArrayBuffer | undefined;

/** Reads the model in `shared` (of `modelRoom`), where another thread may have unpacked it; before any text is read. */
export function shareModel(shared: SharedArrayBuffer): void {
  room = shared;
}

/** The model of a script (ISO 15924), if it has one; the file is read at the first call. */
export function modelOf(script: string): ScriptModel | undefined {
  models ??= read(room === undefined ? unpackedAlone(fillStarts) : unpackedTogether(room, fillStarts));
  return models.get(script);
}

function read(unpacked: Unpacked): ReadonlyMap<string, ScriptModel> {
  const parts = partsOf(unpacked);
  return new Map(
    parts.map(({ script, langs, bits, scale, rivals, priors, counts, starts, entries, rows, bytes }) => [
      script,
      { langs, bits, scale, rivals, priors, counts, starts, entries, rows, bytes },
    ]),
  );
}

type Part = ScriptModel & { readonly script: string };

function partsOf({ file, starts }: Unpacked): Part[] {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const header = Buffer.from(file.buffer, file.byteOffset + 4, length).toString();
  const { buffer } = file;
  let [at, block] = [file.byteOffset + 4 + length, 0];
  return (JSON.parse(header) as Header).scripts.map(part => {
    const { bits, langs } = part;
    const size = part.rows * widthOf(langs.length) * 4;
    const rows = new Int32Array(buffer, at, size / 4);
    const bytes = new Uint8Array(buffer, at, size);
    const entries = new Uint16Array(buffer, (at += size), part.entries);
    const counts = new Uint8Array(buffer, (at = aligned(at + part.entries * 2)), 2 ** bits);
    at = aligned(at + 2 ** bits);
    const own = starts.subarray(block, (block += 2 ** bits * STARTS_A_BUCKET));
    return { ...part, rows, bytes, entries, counts, starts: own };
  });
}

/** Numbers of a row: a byte for each class. */
export function widthOf(classes: number): number {
  return (classes + 3) >> 2;
}

function aligned(at: number): number {
  return (at + 3) & ~3;
}

function fillStarts(unpacked: Unpacked): void {
  for (const { counts, starts, langs } of partsOf(unpacked)) {
    const width = widthOf(langs.length);
    let [entry, row] = [0, width];
    for (let bucket = 0; bucket < counts.length; bucket++) {
      if (bucket % BLOCK === 0) {
        starts[(2 * bucket) / BLOCK] = entry;
        starts[(2 * bucket) / BLOCK + 1] = row;
      }
      const count = counts[bucket] ?? 0;
      if (count === DENSE) row += width;
      else entry += count;
    }
  }
}
