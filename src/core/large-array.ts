/**
 * Arrays of over a megabyte that come and go. Where the C library is glibc, memory of up to 32 MB that is freed makes it
 * keep about as much in reserve for each thread of V8; what is larger goes back at once. So these take more than that of
 * the address space, of which only what is written to takes memory.
 */
const APART = 33 << 20;
const LARGE = 1 << 20;

/** So many zeros. */
export function largeUint32(count: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(roomFor(4 * count), 0, count);
}

/** So many zeros. */
export function largeFloat64(count: number): Float64Array<ArrayBuffer> {
  return new Float64Array(roomFor(8 * count), 0, count);
}

/** So many zeros. */
export function largeUint8(count: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(roomFor(count), 0, count);
}

function roomFor(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes < LARGE ? bytes : Math.max(bytes, APART));
}
