/** A hash of 53 bits, exact in a double: two MurmurHash-like lanes over UTF-16 code units (cyrb53, public domain). */
export function hash53(text: string): number {
  let a = firstLane(0);
  let b = secondLane(0);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = firstWith(a, code);
    b = secondWith(b, code);
  }
  return joined(a, b);
}

/** The hash of some stretches of code units, with line ends between them. */
export function hash53Of(codes: Uint16Array, stretches: readonly Units[]): number {
  let a = firstLane(0);
  let b = secondLane(0);
  for (const [i, { start, end }] of stretches.entries()) {
    if (i > 0) {
      a = firstWith(a, LINE_END);
      b = secondWith(b, LINE_END);
    }
    for (let at = start; at < end; at++) {
      const code = codes[at] ?? 0;
      a = firstWith(a, code);
      b = secondWith(b, code);
    }
  }
  return joined(a, b);
}

export interface Units {
  readonly start: number;
  readonly end: number;
}

const LINE_END = 0x0a;

/** The first lane before any code unit, after those of another hash. */
export function firstLane(after: number): number {
  return 0xdeadbeef ^ after;
}

export function secondLane(after: number): number {
  return 0x41c6ce57 ^ Math.floor(after / 2 ** 32);
}

export function firstWith(lane: number, code: number): number {
  return Math.imul(lane ^ code, 2654435761);
}

export function secondWith(lane: number, code: number): number {
  return Math.imul(lane ^ code, 1597334677);
}

/** The hash that two lanes make. */
export function joined(a: number, b: number): number {
  const low = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const high = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 2 ** 32 * (2097151 & high) + (low >>> 0);
}
