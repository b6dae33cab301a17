import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Beside the sources, from `dist/tag/model` as from `src/tag/model`. */
const FILE = new URL('../../../src/tag/model/lid.bin.gz', import.meta.url);

/** The most buckets of all scripts together. */
const MOST_BUCKETS = 2 ** 21;
/** Two numbers for eight of them. */
export const STARTS_A_BUCKET = 1 / 4;
const STARTS = MOST_BUCKETS * STARTS_A_BUCKET;

/** The model file, unpacked, and what is worked out once from it: where the weights of buckets begin. */
export interface Unpacked {
  readonly file: Uint8Array;
  readonly starts: Uint32Array;
}

/** Works out `starts`. */
type Fill = (unpacked: Unpacked) => void;

export function unpackedAlone(fill: Fill): Unpacked {
  const unpacked = { file: unpackedFile(), starts: new Uint32Array(STARTS) };
  fill(unpacked);
  return unpacked;
}

/** State of the room; how many bytes the file has; then the file, then `starts`. */
const STATE = 0;
const HEAD_BYTES = 8;
const EMPTY = 0;
const FILLING = 1;
const FULL = 2;
/** A thread that unpacks takes a tenth of a second; one that was ended meanwhile is not waited for (milliseconds). */
const PATIENCE = 3000;

/** Room for the model, for threads to use together: it takes up no memory before one of them needs the model. */
export function modelRoom(): SharedArrayBuffer {
  return new SharedArrayBuffer(startsAt(unpackedLength()) + STARTS * Uint32Array.BYTES_PER_ELEMENT);
}

/** Unpacked by the first thread that asks; the others wait for it. */
export function unpackedTogether(room: SharedArrayBuffer, fill: Fill): Unpacked {
  const state = new Int32Array(room, 0, 1);
  const length = unpackedLength();
  const unpacked = {
    file: new Uint8Array(room, HEAD_BYTES, length),
    starts: new Uint32Array(room, startsAt(length)),
  };
  if (Atomics.compareExchange(state, STATE, EMPTY, FILLING) === EMPTY) {
    unpacked.file.set(unpackedFile());
    fill(unpacked);
    Atomics.store(state, STATE, FULL);
    Atomics.notify(state, STATE);
  } else Atomics.wait(state, STATE, FILLING, PATIENCE);
  return Atomics.load(state, STATE) === FULL ? unpacked : unpackedAlone(fill);
}

function startsAt(length: number): number {
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
