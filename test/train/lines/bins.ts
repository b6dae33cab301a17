/** Columns of features as small numbers: which of at most 64 ranges a value lies in. */
export type Bins = readonly Uint8Array[];

export interface Rows {
  readonly count: number;
  /** By feature: the bin of each row. */
  readonly bins: Bins;
  /** By feature: the largest value of each bin but the last. */
  readonly thresholds: readonly Float32Array[];
}

const MOST = 63;

/** Bins with about as many rows in each, as far as equal values allow; `tables` have rows of `width` values. */
export function binRows(tables: readonly Float32Array[], width: number): Rows {
  const count = tables.reduce((sum, { length }) => sum + length / width, 0);
  const thresholds: Float32Array[] = [];
  const bins: Uint8Array[] = [];
  const column = new Float32Array(count);
  for (let feature = 0; feature < width; feature++) {
    let row = 0;
    for (const table of tables)
      for (let at = feature; at < table.length; at += width) column[row++] = table[at] ?? 0;
    const cuts = cutsOf(column.toSorted());
    thresholds.push(cuts);
    bins.push(Uint8Array.from(column, value => binOf(cuts, value)));
  }
  return { count, bins, thresholds };
}

function cutsOf(sorted: Float32Array): Float32Array {
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const source = distinct.length <= MOST + 1 ? distinct : sorted;
  const cuts = new Set<number>();
  for (let i = 1; i <= Math.min(MOST, source.length - 1); i++)
    cuts.add(source[Math.floor((i * source.length) / Math.min(MOST + 1, source.length)) - 1] ?? 0);
  cuts.delete(sorted.at(-1) ?? 0);
  return Float32Array.from(cuts);
}

/** The first bin whose largest value is no smaller. */
function binOf(cuts: Float32Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** By feature and bin: sums of gradients and of hessians, and the number of rows. */
export function sums(
  bins: Bins,
  features: readonly number[],
  order: Int32Array,
  grad: Float64Array,
  hess: Float64Array,
): Float64Array {
  const all = new Float64Array(features.length * 3 * 64);
  features.forEach((feature, i) => {
    const column = bins[feature] ?? new Uint8Array();
    const start = 3 * 64 * i;
    for (const row of order) {
      const at = start + 3 * (column[row] ?? 0);
      all[at] = (all[at] ?? 0) + (grad[row] ?? 0);
      all[at + 1] = (all[at + 1] ?? 0) + (hess[row] ?? 0);
      all[at + 2] = (all[at + 2] ?? 0) + 1;
    }
  });
  return all;
}
