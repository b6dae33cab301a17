import type { MakeBins } from './bins.js';
import type { Pairs } from './candidates.js';

/** Pairs that took long to find, to be told of again. */
export interface PairStore {
  readonly put: (pairs: Pairs) => void;
  /** All that were put, in the same order. */
  readonly all: () => Generator<Pairs, void, undefined>;
}

export function pairStore(makeBins: MakeBins): PairStore {
  const bins = makeBins('worth', 1);
  const row = new Uint32Array(2);
  return {
    put: ({ later, earlier }) => {
      row[0] = later;
      for (const rank of earlier) {
        row[1] = rank;
        bins.push(0, row);
      }
    },
    all: function* () {
      let later = -1;
      let earlier: number[] = [];
      for (const rows of bins.pieces(0, 2))
        for (let i = 0; i < rows.length; i += 2) {
          if (rows[i] !== later) {
            if (earlier.length > 0) yield { later, earlier };
            later = rows[i] ?? 0;
            earlier = [];
          }
          earlier.push(rows[i + 1] ?? 0);
        }
      if (earlier.length > 0) yield { later, earlier };
    },
  };
}
