import type { Disk } from '../core/disk.js';
import { largeUint32 } from '../core/large-array.js';
import { orderOf } from '../settle/bins.js';
import { compareRank, type KeeperOptions, type Ranked } from '../settle/rank.js';
import { type ByteStrings, byteStrings } from './byte-strings.js';
import { type DocumentRow, parseDocumentRow } from './key-rows.js';
import type { CommittedShard } from './ledger.js';
import { packedId, unpackedId } from './packed-id.js';
import { partRows } from './stored-documents.js';

/** All documents of a corpus in the order of the plan, some 50 bytes each; texts and keys stay on disk. */
export interface DocumentTable {
  readonly count: number;
  readonly id: (index: number) => string;
  readonly source: (index: number) => string;
  /** Where each shard's documents begin, and behind the last one where they end. */
  readonly starts: readonly number[];
  /** Shingles of each document, by rank. */
  readonly shingles: Uint32Array;
  /** The number of each document's source. */
  readonly sources: Uint32Array;
  /** Documents by rank, and ranks by document. */
  readonly byRank: Uint32Array;
  readonly rankOf: Uint32Array;
  /** Keys that all sketches hold. */
  readonly sketchKeys: number;
  /** Paragraphs or lines that are compared. */
  readonly pieces: number;
}

const SKETCH_KEY_DIGITS = (8 * 4) / 3;
const PIECE_DIGITS = (16 * 4) / 3;
/** Ids of more documents are forgotten once they are ranked, and read again when they are asked for: other tables come between. */
const MANY = 500_000;

export function documentTable(
  disk: Disk,
  output: string,
  entries: readonly CommittedShard[],
  options: KeeperOptions,
): DocumentTable {
  // No function below may keep all of them in memory.
  const columns = readColumns(disk, output, entries, options);
  const { count, names, sources } = columns;
  const byRank = ranking(columns, options);
  const rankOf = largeUint32(count);
  byRank.forEach((document, rank) => {
    rankOf[document] = rank;
  });
  let ids = count > MANY ? undefined : columns.ids;
  return {
    count,
    id: i => unpackedId((ids ??= readIds(disk, output, entries, count)).at(i)),
    source: i => names.at(sources[i] ?? 0),
    starts: columns.starts,
    shingles: arranged(columns.shingles, byRank),
    sources,
    byRank,
    rankOf,
    sketchKeys: columns.sketchKeys,
    pieces: columns.pieces,
  };
}

/** Values by document in the order of documents that is given. */
export function arranged(values: Uint32Array, order: Uint32Array): Uint32Array {
  const inOrder = largeUint32(order.length);
  order.forEach((document, at) => {
    inOrder[at] = values[document] ?? 0;
  });
  return inOrder;
}

/** What is read of each document; some of it only ranks them. */
interface Columns {
  readonly count: number;
  readonly ids: ByteStrings;
  readonly names: ReturnType<typeof intern>;
  readonly chars: Uint32Array;
  readonly shingles: Uint32Array;
  readonly sources: Uint32Array;
  /** Empty where none is preferred. */
  readonly sites: Uint32Array;
  /** Empty where the date does not matter. */
  readonly created: readonly string[];
  readonly starts: readonly number[];
  readonly sketchKeys: number;
  readonly pieces: number;
}

function readColumns(
  disk: Disk,
  output: string,
  entries: readonly CommittedShard[],
  { keeper, prefer }: KeeperOptions,
): Columns {
  const count = entries.reduce((sum, { parts }) => sum + documentsIn(parts), 0);
  const ids = byteStrings(count);
  const [chars, shingles, sources] = [largeUint32(count), largeUint32(count), largeUint32(count)];
  /** Asked for where some are preferred only. */
  const sites = largeUint32(prefer.length > 0 ? count : 0);
  const created: string[] = [];
  const names = intern();
  const starts = [0];
  let [index, sketchDigits, pieces] = [0, 0, 0];
  for (const entry of entries) {
    for (const row of documentRows(disk, output, entry)) {
      ids.push(packedId(row.id));
      chars[index] = row.chars;
      shingles[index] = row.shingles;
      sources[index] = names.indexOf(row.source || row.site);
      if (prefer.length > 0) sites[index] = names.indexOf(row.site);
      if (keeper === 'oldest') created.push(row.created);
      sketchDigits += row.sketch.length;
      pieces += Math.floor(row.pieces.length / PIECE_DIGITS);
      index++;
    }
    starts.push(index);
  }
  const sketchKeys = sketchDigits / SKETCH_KEY_DIGITS;
  return { count, ids, names, chars, shingles, sources, sites, created, starts, sketchKeys, pieces };
}

function readIds(disk: Disk, output: string, entries: readonly CommittedShard[], count: number): ByteStrings {
  const ids = byteStrings(count);
  for (const entry of entries) for (const { id } of documentRows(disk, output, entry)) ids.push(packedId(id));
  return ids;
}

/** Documents by rank. */
function ranking(columns: Columns, options: KeeperOptions): Uint32Array {
  const { ids, names, chars, sites, created } = columns;
  const ranked = (i: number): Ranked => ({
    id: unpackedId(ids.at(i)),
    chars: chars[i] ?? 0,
    created: created[i] ?? '',
    site: names.at(sites[i] ?? 0),
  });
  const compare = (a: number, b: number): number => compareRank(ranked(a), ranked(b), options);
  if (options.keeper === 'longest' && options.prefer.length === 0) return byLength(chars, compare);
  return chars.map((_, document) => document).sort(compare);
}

/** The longest first, those of a length as they compare. A sort of numbers takes far less memory than one that compares. */
function byLength(chars: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
  const count = chars.length;
  const lengths = largeUint32(count);
  for (let i = 0; i < count; i++) lengths[i] = LONGEST - (chars[i] ?? 0);
  const order = orderOf(lengths, 1);
  for (let start = 0; start < count;) {
    let end = start + 1;
    while (end < count && chars[order[end] ?? 0] === chars[order[start] ?? 0]) end++;
    if (end - start > 1) order.subarray(start, end).sort(compare);
    start = end;
  }
  return order;
}

const LONGEST = 0xffffffff;

export function documentRows(
  disk: Disk,
  output: string,
  entry: CommittedShard,
): Generator<DocumentRow, void, undefined> {
  return partRows(disk, output, entry, '.limpia/documents', parseDocumentRow);
}

function documentsIn(parts: CommittedShard['parts']): number {
  return parts.find(({ output }) => output === '.limpia/documents')?.records ?? 0;
}

function intern(): {
  indexOf: (name: string) => number;
  at: (index: number) => string;
} {
  const known = new Map<string, number>();
  const names: string[] = [];
  return {
    indexOf: name => {
      const index = known.get(name) ?? known.size;
      if (index === known.size) {
        known.set(name, index);
        names.push(name);
      }
      return index;
    },
    at: index => names[index] ?? '',
  };
}
