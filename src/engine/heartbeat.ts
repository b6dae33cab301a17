/** Four 32-bit words shared by a worker and the main thread: how many documents began, whether one is open, and which. */
const BEGUN = 0;
const BUSY = 1;
const ITEM = 2;
const OFFSET_HIGH = 3;
const OFFSET_LOW = 4;
const WORDS = 5;

export function newHeartbeat(): SharedArrayBuffer {
  return new SharedArrayBuffer(WORDS * Int32Array.BYTES_PER_ELEMENT);
}

/** The worker's side. */
export function beats(shared: SharedArrayBuffer): {
  begin: (item: number, offset: number) => void;
  end: () => void;
} {
  const words = new Int32Array(shared);
  return {
    begin: (item, offset) => {
      Atomics.store(words, ITEM, item);
      Atomics.store(words, OFFSET_HIGH, Math.floor(offset / 2 ** 31));
      Atomics.store(words, OFFSET_LOW, offset % 2 ** 31);
      Atomics.add(words, BEGUN, 1);
      Atomics.store(words, BUSY, 1);
    },
    end: () => {
      Atomics.store(words, BUSY, 0);
    },
  };
}

export interface Pulse {
  readonly begun: number;
  readonly busy: boolean;
  readonly item: number;
  readonly offset: number;
}

/** The main thread's side. */
export function pulse(shared: SharedArrayBuffer): Pulse {
  const words = new Int32Array(shared);
  return {
    begun: Atomics.load(words, BEGUN),
    busy: Atomics.load(words, BUSY) === 1,
    item: Atomics.load(words, ITEM),
    offset: Atomics.load(words, OFFSET_HIGH) * 2 ** 31 + Atomics.load(words, OFFSET_LOW),
  };
}
