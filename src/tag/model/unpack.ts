import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Beside the sources, from `dist/tag/model` as from `src/tag/model`. */
const FILE = new URL('../../../src/tag/model/lid.bin.gz', import.meta.url);

/** The most buckets of all scripts together; there is room for one number for each. */
const MOST_BUCKETS = 2 ** 21;

/** The model file, unpacked, and what is worked out once from it: a number for each bucket. */
export interface Unpacked {
  readonly file: Uint8Array;
  readonly heads: Uint32Array;
}

/** Works out the numbers of the buckets. */
type Fill = (unpacked: Unpacked) => void;

export function unpackedAlone(fill: Fill): Unpacked {
  const unpacked = { file: unpackedFile(), heads: new Uint32Array(MOST_BUCKETS) };
  fill(unpacked);
  return unpacked;
}

/** State of the room; how many bytes the file has; then the file, then the numbers of the buckets. */
const STATE = 0;
const HEAD_BYTES = 8;
const EMPTY = 0;
const FILLING = 1;
const FULL = 2;
/** A thread that unpacks takes a tenth of a second; one that was ended meanwhile is not waited for (milliseconds). */
const PATIENCE = 3000;

/** Room for the model, for threads to use together: it takes up no memory before one of them needs the model. */
export function modelRoom(): SharedArrayBuffer {
  return new SharedArrayBuffer(headsAt(unpackedLength()) + MOST_BUCKETS * Uint32Array.BYTES_PER_ELEMENT);
}

/** Unpacked by the first thread that asks; the others wait for it. */
export function unpackedTogether(room: SharedArrayBuffer, fill: Fill): Unpacked {
  const state = new Int32Array(room, 0, 1);
  const length = unpackedLength();
  const unpacked = {
    file: new Uint8Array(room, HEAD_BYTES, length),
    heads: new Uint32Array(room, headsAt(length)),
  };
  if (Atomics.compareExchange(state, STATE, EMPTY, FILLING) === EMPTY) {
    unpacked.file.set(unpackedFile());
    fill(unpacked);
    Atomics.store(state, STATE, FULL);
    Atomics.notify(state, STATE);
  } else Atomics.wait(state, STATE, FILLING, PATIENCE);
  return Atomics.load(state, STATE) === FULL ? unpacked : unpackedAlone(fill);
}

function headsAt(length: number): number {
  return HEAD_BYTES + ((length + 3) & ~3);
}

/** At one go, without a copy. */
function unpackedFile(): Uint8Array {
  const file = readFileSync(FILE);
  return gunzipSync(file, { chunkSize: lengthIn(file) + 1 });
}

/** The last four bytes of a gzip file tell its length. */
function lengthIn(end: Buffer): number {
  return end.readUInt32LE(end.length - 4);
}

function unpackedLength(): number {
  const file = openSync(FILE, 'r');
  try {
    const end = Buffer.alloc(4);
    readSync(file, end, 0, 4, fstatSync(file).size - 4);
    return lengthIn(end);
  } finally {
    closeSync(file);
  }
}
