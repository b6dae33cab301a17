/**
 * Rows of 32-bit words, sorted into bins by the caller so that each bin fits into memory: the shuffle of a map/reduce.
 * A bin is written first and read afterwards, as often as needed.
 */
export interface Bins {
  readonly count: number;
  readonly push: (bin: number, row: readonly number[]) => void;
  /** All rows of a bin, one after another. */
  readonly read: (bin: number) => Uint32Array;
}

/** Bins for `rows` rows, or somewhat more. */
export type MakeBins = (name: string, count: number) => Bins;

/** Bins that live in memory, for corpora that do. */
export const memoryBins: MakeBins = (_name, count) => {
  const bins = Array.from({ length: count }, () => ({ words: new Uint32Array(64), length: 0 }));
  return {
    count,
    push: (index, row) => {
      const bin = bins[index];
      if (!bin) throw new RangeError(`no bin ${index} of ${count}`);
      if (bin.length + row.length > bin.words.length) {
        const larger = new Uint32Array(2 * bin.words.length);
        larger.set(bin.words);
        bin.words = larger;
      }
      for (const word of row) bin.words[bin.length++] = word;
    },
    read: index => {
      const bin = bins[index];
      return bin ? bin.words.subarray(0, bin.length) : new Uint32Array();
    },
  };
};

/** Rows that a bin should hold: some 20 MB with what sorting them takes. */
export const BIN_ROWS = 1 << 20;

/** The order of rows by their first word, then by their place: 32 + 21 bits are exact in a double. */
export function orderOf(rows: Uint32Array, width: number): Float64Array | Uint32Array {
  const count = rows.length / width;
  if (count > 1 << 21)
    return Uint32Array.from({ length: count }, (_, i) => i).sort(
      (a, b) => (rows[a * width] ?? 0) - (rows[b * width] ?? 0) || a - b,
    );
  const keyed = new Float64Array(count);
  for (let i = 0; i < count; i++) keyed[i] = (rows[i * width] ?? 0) * PLACES + i;
  keyed.sort();
  for (let i = 0; i < count; i++) keyed[i] = (keyed[i] ?? 0) % PLACES;
  return keyed;
}

const PLACES = 2 ** 21;
