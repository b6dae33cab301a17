import { type Disk, readFully, type ReadHandle, type WriteHandle } from '../core/disk.js';
import { largeUint32 } from '../core/large-array.js';
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
  /** Bytes of each text, 0 where it was not wanted, and where each block of documents begins. */
  let lengths = new Uint32Array();
  let begins = new Float64Array();
  let isWritten = false;
  let reader: ReadHandle | undefined;

  function copy(isWanted: Uint8Array, file: WriteHandle): void {
    let gathered = 0;
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
          lengths[document] = bytes.length;
          gathered += bytes.length;
          pieces.push(bytes);
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
      lengths = largeUint32(count);
      const file = disk.openWrite(path);
      isWritten = true;
      try {
        copy(isWanted, file);
      } finally {
        file.close();
      }
      begins = beginsOf(lengths);
    },
    text: document => {
      let start = begins[Math.floor(document / BLOCK)] ?? 0;
      for (let at = document - (document % BLOCK); at < document; at++) start += lengths[at] ?? 0;
      reader ??= disk.openRead(path);
      return readAt(reader, path, start, lengths[document] ?? 0);
    },
    clear: () => {
      reader?.close();
      reader = undefined;
      lengths = new Uint32Array();
      if (isWritten) disk.remove(path);
    },
  };
}

/** Documents of a block: where each text begins would take twice as much memory as how long it is. */
const BLOCK = 64;

function beginsOf(lengths: Uint32Array): Float64Array<ArrayBuffer> {
  const begins = new Float64Array(Math.ceil(lengths.length / BLOCK));
  let sum = 0;
  lengths.forEach((length, document) => {
    if (document % BLOCK === 0) begins[document / BLOCK] = sum;
    sum += length;
  });
  return begins;
}

function readAt(file: ReadHandle, path: string, offset: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  if (!readFully(file, bytes, offset)) throw new Error(`${path} is shorter than it was`);
  return bytes.toString('utf8');
}
