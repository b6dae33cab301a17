import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Beside the sources, from `dist/tag/model` as from `src/tag/model`. */
const FILE = new URL('../../../src/tag/model/lid.bin.gz', import.meta.url);

/**
 * One script's part of the model file. The file, packed by gzip: length of the header (4 bytes, little endian), header
 * (JSON: `format`, `scripts` with `script`, `langs`, `bits`, `weights`, `scale`), then for each script, one byte an
 * entry: how many weights each of the 2^bits buckets has; the class of each weight, bucket after bucket; the weights,
 * signed, in units of `scale`.
 */
export interface ScriptModel {
  /** ISO 639-3, by class; the last is `und`: text in no language. */
  readonly langs: readonly string[];
  /** Buckets are the upper so many bits of a feature's hash. */
  readonly bits: number;
  /** Where each bucket's weights begin; one more than there are buckets. */
  readonly starts: Uint32Array;
  /** Class in the upper byte, signed weight in the lower one: both come with one access to memory. */
  readonly entries: Uint16Array;
  readonly scale: number;
}

interface Header {
  readonly format: number;
  readonly scripts: readonly {
    readonly script: string;
    readonly langs: readonly string[];
    readonly bits: number;
    readonly weights: number;
    readonly scale: number;
  }[];
}

let models: ReadonlyMap<string, ScriptModel> | undefined;

/** The model of a script (ISO 15924), if it has one; the file is read at the first call. */
export function modelOf(script: string): ScriptModel | undefined {
  models ??= read(gunzipSync(readFileSync(FILE)));
  return models.get(script);
}

/** Every language that the model knows, by script. */
export function modelLanguages(): ReadonlyMap<string, readonly string[]> {
  models ??= read(gunzipSync(readFileSync(FILE)));
  return new Map([...models].map(([script, { langs }]) => [script, langs]));
}

function read(file: Buffer): ReadonlyMap<string, ScriptModel> {
  let at = 4 + file.readUInt32LE(0);
  const { scripts } = JSON.parse(file.toString('utf8', 4, at)) as Header;
  const take = (length: number): Uint8Array => file.subarray(at, (at += length));
  return new Map(
    scripts.map(({ script, langs, bits, weights, scale }) => {
      const starts = runningSums(take(2 ** bits));
      const classes = take(weights);
      const values = take(weights);
      const entries = new Uint16Array(weights);
      for (let i = 0; i < weights; i++) entries[i] = ((classes[i] ?? 0) << 8) | (values[i] ?? 0);
      return [script, { langs, bits, scale, starts, entries }] as const;
    }),
  );
}

function runningSums(counts: Uint8Array): Uint32Array {
  const sums = new Uint32Array(counts.length + 1);
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sums[at + 1] = sum += counts[at] ?? 0;
  return sums;
}
