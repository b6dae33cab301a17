import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Beside the sources, from `dist/tag/model` as from `src/tag/model`. */
const FILE = new URL('../../../src/tag/model/lid.bin.gz', import.meta.url);

/**
 * One script's part of the model file. The file, packed by gzip: length of the header (4 bytes, little endian), header
 * (JSON: `format`, `scripts` with `script`, `langs`, `bits`, `weights`, `scale`, `rivals`, `rare`), then for each script, one byte an
 * entry: how many weights each of the 2^bits buckets has; the class of each weight, bucket after bucket; the weights,
 * signed, in units of `scale`.
 */
export interface ScriptModel {
  /** ISO 639-3, by class; the last is `und`: text in no language. */
  readonly langs: readonly string[];
  /** Buckets are the upper so many bits of a feature's hash. */
  readonly bits: number;
  /**
   * Of each bucket the number of its weights (lower 6 bits), and the first of them in `entries`; of those with many
   * `DENSE` instead of the number, and where their row begins in `rows`.
   */
  readonly heads: Uint32Array;
  /** Class in the upper byte, signed weight in the lower one: both come with one access to memory. */
  readonly entries: Uint16Array;
  /** A byte a class, four in a number, the first lowest: the weight plus 128. The first row is of none. */
  readonly rows: Int32Array;
  /** The same memory by the byte: the class is the place in the row. */
  readonly bytes: Uint8Array;
  readonly scale: number;
  /** For each class but the last those most like it, nearest first, then the last. */
  readonly rivals: readonly (readonly number[])[];
  /** Classes of the long tail. */
  readonly rare: readonly number[];
}

interface Header {
  readonly format: number;
  readonly scripts: readonly {
    readonly script: string;
    readonly langs: readonly string[];
    readonly bits: number;
    readonly weights: number;
    readonly scale: number;
    readonly rivals: readonly (readonly number[])[];
    readonly rare: readonly number[];
  }[];
}

let models: ReadonlyMap<string, ScriptModel> | undefined;

/** The model of a script (ISO 15924), if it has one; the file is read at the first call. */
export function modelOf(script: string): ScriptModel | undefined {
  models ??= read(unpacked(readFileSync(FILE)));
  return models.get(script);
}

/** At one go, without a copy: the last four bytes of a gzip file tell its length. */
function unpacked(file: Buffer): Buffer {
  return gunzipSync(file, { chunkSize: file.readUInt32LE(file.length - 4) + 1 });
}

function read(file: Buffer): ReadonlyMap<string, ScriptModel> {
  let at = 4 + file.readUInt32LE(0);
  const { scripts } = JSON.parse(file.toString('utf8', 4, at)) as Header;
  const take = (length: number): Uint8Array => file.subarray(at, (at += length));
  return new Map(
    scripts.map(({ script, langs, bits, weights, scale, rivals, rare }) => {
      const counts = take(2 ** bits);
      const classes = take(weights);
      const values = take(weights);
      const sizes = { classes: langs.length, bits, weights };
      return [
        script,
        { langs, bits, scale, rivals, rare, ...buckets(sizes, counts, classes, values) },
      ] as const;
    }),
  );
}

/** In place of a number of weights: the bucket has a row of its own. */
export const DENSE = 63;
/** Buckets with weights for so great a part of the classes have rows: they take as much memory, and less time. */
const DENSE_PART = 1 / 5;
/** The bytes of four classes without a weight. */
const NO_WEIGHTS = 0x80808080 | 0;

function buckets(
  { classes, bits, weights }: { readonly classes: number; readonly bits: number; readonly weights: number },
  counts: Uint8Array,
  places: Uint8Array,
  values: Uint8Array,
): Pick<ScriptModel, 'heads' | 'entries' | 'rows' | 'bytes'> {
  const least = Math.min(DENSE, Math.ceil(classes * DENSE_PART));
  const width = (classes + 3) >> 2;
  let [many, inRows] = [0, 0];
  for (const count of counts)
    if (count >= least) {
      many++;
      inRows += count;
    }
  const heads = new Uint32Array(2 ** bits);
  const entries = new Uint16Array(weights - inRows);
  const rows = new Int32Array((many + 1) * width).fill(NO_WEIGHTS);
  const bytes = new Uint8Array(rows.buffer);
  let [read, entry, row] = [0, 0, width];
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const count = counts[bucket] ?? 0;
    const until = read + count;
    if (count >= least) {
      heads[bucket] = ((row << 6) | DENSE) >>> 0;
      for (; read < until; read++) bytes[row * 4 + (places[read] ?? 0)] = (values[read] ?? 0) ^ 0x80;
      row += width;
    } else {
      heads[bucket] = ((entry << 6) | count) >>> 0;
      for (; read < until; read++) entries[entry++] = ((places[read] ?? 0) << 8) | (values[read] ?? 0);
    }
  }
  return { heads, entries, rows, bytes };
}
