import { type Bins, binsFor, type MakeBins, orderOf } from './bins.js';

/** The pieces of a document, four words each. */
export interface PieceRow {
  readonly document: number;
  readonly keys: Uint32Array;
}

/** A document's pieces that others keep, by their places among its pieces. */
export interface RepeatedPieces {
  readonly document: number;
  readonly pieces: readonly { readonly at: number; readonly keeper: number }[];
}

export interface PieceCorpus {
  readonly rows: Iterable<PieceRow>;
  /** About how many pieces there are. */
  readonly pieces: number;
  /** Of two documents with the same piece the one of the smaller rank keeps it. */
  readonly rankOf: Uint32Array;
  /** The source of each document, where documents of different sources may not meet. */
  readonly scope: Uint32Array | undefined;
}

/** Four words of key, the document, the piece's place. */
const WIDTH = 6;
/** Documents that share a bin of what was found. */
const DOCUMENTS = 1 << 15;

/** The pieces that a document of smaller rank has too, by document. What one document says twice is its own affair. */
export function* repeatedPieces(
  { rows, pieces, rankOf, scope }: PieceCorpus,
  makeBins: MakeBins,
): Generator<RepeatedPieces, void, undefined> {
  const bins = makeBins('pieces', binsFor(pieces));
  for (const { document, keys } of rows)
    for (let i = 0; i < keys.length; i += 4) {
      const [a, b, c, d] = [keys[i] ?? 0, keys[i + 1] ?? 0, keys[i + 2] ?? 0, keys[i + 3] ?? 0];
      bins.push(d % bins.count, [a, b, c, d, document, i / 4]);
    }
  const found = makeBins('repeated', Math.max(1, Math.ceil(rankOf.length / DOCUMENTS)));
  for (let bin = 0; bin < bins.count; bin++) findRepeated(bins.read(bin), rankOf, scope, found);
  for (let bin = 0; bin < found.count; bin++) yield* byDocument(found.read(bin));
}

function findRepeated(
  rows: Uint32Array,
  rankOf: Uint32Array,
  scope: Uint32Array | undefined,
  found: Bins,
): void {
  const order = orderOf(rows, WIDTH);
  const word = (i: number, offset: number): number => rows[WIDTH * (order[i] ?? 0) + offset] ?? 0;
  const rank = (i: number): number => rankOf[word(i, 4)] ?? 0;
  for (let start = 0, end = 1; start < order.length; end++) {
    if (end < order.length && word(end, 0) === word(start, 0)) continue;
    if (end - start > 1) {
      const keeperOf = new Map<string, number>();
      const keyOf = (i: number): string => [word(i, 1), word(i, 2), word(i, 3), scope?.[word(i, 4)]].join();
      for (let i = start; i < end; i++) {
        const known = keeperOf.get(keyOf(i));
        if (known === undefined || rank(i) < rank(known)) keeperOf.set(keyOf(i), i);
      }
      for (let i = start; i < end; i++) {
        const keeper = word(keeperOf.get(keyOf(i)) ?? i, 4);
        const document = word(i, 4);
        if (keeper !== document) found.push(Math.floor(document / DOCUMENTS), [document, word(i, 5), keeper]);
      }
    }
    start = end;
  }
}

function* byDocument(rows: Uint32Array): Generator<RepeatedPieces, void, undefined> {
  const order = orderOf(rows, 3);
  for (let start = 0, end = 1; start < order.length; end++) {
    const document = rows[3 * (order[start] ?? 0)] ?? 0;
    if (end < order.length && rows[3 * (order[end] ?? 0)] === document) continue;
    const pieces = Array.from(order.subarray(start, end), place => ({
      at: rows[3 * place + 1] ?? 0,
      keeper: rows[3 * place + 2] ?? 0,
    })).sort((a, b) => a.at - b.at);
    yield { document, pieces };
    start = end;
  }
}
