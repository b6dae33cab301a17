import { type Disk, readFully, type ReadHandle, type WriteHandle } from '../core/disk.js';
import { below, TEMPORARY } from '../write/layout.js';
import type { DocumentTable } from './document-table.js';
import type { CommittedShard } from './ledger.js';
import { storedDocuments } from './stored-documents.js';
import { textBefore } from './put-back.js';

/** The texts of single documents, in a temporary file from which each can be read by itself. */
export interface StoredTexts {
  /** Copies the texts of the documents that have a 1 here; only they can be read. */
  readonly locate: (isWanted: Uint8Array) => void;
  readonly text: (document: number) => string;
  readonly clear: () => void;
}

const BUFFER_BYTES = 1 << 20;

export function storedTexts(
  disk: Disk,
  output: string,
  entries: readonly CommittedShard[],
  { count, starts }: DocumentTable,
): StoredTexts {
  const path = below(output, `${TEMPORARY}/texts`);
  let ends = new Float64Array();
  let lengths = new Uint32Array();
  let isWritten = false;
  let reader: ReadHandle | undefined;

  function copy(isWanted: Uint8Array, file: WriteHandle): void {
    let [written, gathered] = [0, 0];
    let pieces: Buffer[] = [];
    const flush = (): void => {
      file.write(Buffer.concat(pieces));
      [pieces, gathered] = [[], 0];
    };
    entries.forEach((entry, shard) => {
      let document = starts[shard] ?? 0;
      const end = starts[shard + 1] ?? 0;
      if (!isWanted.subarray(document, end).includes(1)) return;
      for (const stored of storedDocuments(disk, output, entry)) {
        if (isWanted[document] === 1) {
          const bytes = Buffer.from(textBefore(stored.parse(), 'duplicates'), 'utf8');
          written += bytes.length;
          gathered += bytes.length;
          pieces.push(bytes);
          ends[document] = written;
          lengths[document] = bytes.length;
          if (gathered >= BUFFER_BYTES) flush();
        }
        document++;
      }
    });
    if (pieces.length > 0) flush();
  }

  return {
    locate: isWanted => {
      if (!isWanted.includes(1)) return;
      ends = new Float64Array(count);
      lengths = new Uint32Array(count);
      const file = disk.openWrite(path);
      isWritten = true;
      try {
        copy(isWanted, file);
      } finally {
        file.close();
      }
    },
    text: document => {
      const length = lengths[document] ?? 0;
      reader ??= disk.openRead(path);
      return readAt(reader, path, (ends[document] ?? 0) - length, length);
    },
    clear: () => {
      reader?.close();
      reader = undefined;
      if (isWritten) disk.remove(path);
    },
  };
}

function readAt(file: ReadHandle, path: string, offset: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  if (!readFully(file, bytes, offset)) throw new Error(`${path} is shorter than it was`);
  return bytes.toString('utf8');
}
