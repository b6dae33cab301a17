import type { Disk, WriteHandle } from '../core/disk.js';
import { sha256Stream } from '../core/hash.js';
import type { MakeBins } from '../settle/bins.js';
import { type PieceRow, repeatedPieces } from '../settle/repeated-pieces.js';
import { below, TEMPORARY } from '../write/layout.js';
import { documentRows, type DocumentTable } from './document-table.js';
import { keyWords } from './key-rows.js';
import type { CommittedShard } from './ledger.js';
import { linesOf, peekable } from './stored-documents.js';
import type { PiecesLine } from './repeated-pieces.js';

/** Where a shard's repeated pieces are listed: for many documents they would not fit into memory. */
export interface PiecesFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly sha256: string;
}

/** Lists the pieces that go from the documents that stay, by shard; shards that lose none are left out. */
export function settlePieces(
  disk: Disk,
  output: string,
  entries: readonly CommittedShard[],
  table: DocumentTable,
  { isDuplicate, scope }: { isDuplicate: (document: number) => boolean; scope: Uint32Array | undefined },
  makeBins: MakeBins,
): Map<string, PiecesFile> {
  const rows = function* (): Generator<PieceRow, void, undefined> {
    let document = 0;
    for (const entry of entries)
      for (const { pieces } of documentRows(disk, output, entry)) {
        if (pieces !== '' && !isDuplicate(document)) yield { document, keys: keyWords(pieces) };
        document++;
      }
  };
  const corpus = { rows: rows(), pieces: table.pieces, rankOf: table.rankOf, scope };
  const files = new Map<string, PiecesFile>();
  let shard = 0;
  let open: ReturnType<typeof piecesWriter> | undefined;
  const close = (): void => {
    if (open) files.set(entries[shard]?.key ?? '', open.close());
    open = undefined;
  };
  for (const { document, pieces } of repeatedPieces(corpus, makeBins)) {
    while (document >= (table.starts[shard + 1] ?? Infinity)) {
      close();
      shard++;
    }
    open ??= piecesWriter(disk, output, entries[shard]?.key ?? '');
    open.line([table.id(document), pieces.map(({ at, keeper }) => [at, table.id(keeper)])]);
  }
  close();
  return files;
}

const BUFFER_UNITS = 1 << 20;

function piecesWriter(
  disk: Disk,
  output: string,
  key: string,
): { line: (line: PiecesLine) => void; close: () => PiecesFile } {
  const path = `${TEMPORARY}/pieces-${key}`;
  const file: WriteHandle = disk.openWrite(below(output, path));
  const hash = sha256Stream();
  let text = '';
  const flush = (): void => {
    const bytes = Buffer.from(text, 'utf8');
    file.write(bytes);
    hash.update(bytes);
    text = '';
  };
  return {
    line: line => {
      text += `${JSON.stringify(line)}\n`;
      if (text.length >= BUFFER_UNITS) flush();
    },
    close: () => {
      flush();
      file.close();
      return { path, sha256: hash.digest() };
    },
  };
}

const NONE: ReadonlyMap<number, string> = new Map();

/** The pieces that go from each document of a shard; to be asked in the order of the shard. */
export function piecesReader(
  disk: Disk,
  output: string,
  path: string,
): (id: string) => ReadonlyMap<number, string> {
  const lines = peekable(linesOf(disk, output, path));
  return id => {
    const start = Buffer.from(`[${JSON.stringify(id)},`);
    const line = lines.take(next => next.subarray(0, start.length).equals(start));
    return line === undefined ? NONE : new Map((JSON.parse(line.toString('utf8')) as PiecesLine)[1]);
  };
}
