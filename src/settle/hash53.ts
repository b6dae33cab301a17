/** A hash of 53 bits, exact in a double: two MurmurHash-like lanes over UTF-16 code units (cyrb53, public domain). */
export function hash53(text: string): number {
  let a = A;
  let b = B;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = addA(a, code);
    b = addB(b, code);
  }
  return joined(a, b);
}

/** The same of code units that are given one after another, after those of another hash. */
export function hash53After(hash: number): { add: (code: number) => void; value: () => number } {
  let a = A ^ hash;
  let b = B ^ Math.floor(hash / 2 ** 32);
  return {
    add: code => {
      a = addA(a, code);
      b = addB(b, code);
    },
    value: () => joined(a, b),
  };
}

const A = 0xdeadbeef | 0;
const B = 0x41c6ce57 | 0;

function addA(a: number, code: number): number {
  return Math.imul(a ^ code, 2654435761);
}

function addB(b: number, code: number): number {
  return Math.imul(b ^ code, 1597334677);
}

function joined(a: number, b: number): number {
  const low = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const high = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 2 ** 32 * (2097151 & high) + (low >>> 0);
}
