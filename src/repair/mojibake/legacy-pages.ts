import { type Bytes, bytesOf, charactersOf, type Page, PAGES, singleOf } from './pages.js';
import { lowest } from './rarity.js';

/** Pages that text was written in, or read as, before UTF-8: those of PAGES and, more doubtful, others people meet. */
export const LEGACY: readonly Page[] = [
  ...PAGES.map(page => ({ ...page, rarity: Math.min(page.rarity, 3) })),
  ...(
    'cp862 cp737 cp855 cp860 cp861 cp863 cp865 cp869 cp864 iso-8859-3 iso-8859-4 iso-8859-6 iso-8859-10 iso-8859-13 ' +
    'iso-8859-14 iso-8859-16 maccenteuro macgreek macturkish maccroatian macromania'
  )
    .split(' ')
    .map(name => ({
      name,
      double: false,
      rarity: /^iso-8859-(?:3|4|10|14|16)$/.test(name) ? 7 : 4,
    })),
];

/** What the bytes of a page mean: at each byte, or at each pair of bytes as a 16-bit number, a UTF-16 unit; 0: nothing. */
export type Units = Uint16Array;

const units = new Map<Page, Units>();

/** The inverse of `bytesOf`, built when first asked for. */
export function unitsOf(page: Page): Units {
  let table = units.get(page);
  if (table === undefined) units.set(page, (table = invert(page)));
  return table;
}

/** Of two characters of one byte the lower, but a page's own in windows-1252, which takes several for one byte. */
function invert(page: Page): Units {
  const table = new Uint16Array(page.double ? 0x10000 : 0x100);
  const bytes = bytesOf(page);
  for (let byte = 1; byte < 0x80; byte++) table[byte] = byte;
  for (const code of charactersOf(page)) {
    const value = bytes[code] ?? 0;
    const known = table[value] ?? 0;
    if (known === 0 || code < known) table[value] = code;
  }
  if (page.name === 'windows-1252')
    singleOf(page).forEach((code, i) => {
      if (code !== 0) table[0x80 + i] = code;
    });
  return table;
}

/** The bytes of a word in a page, or nothing when the page lacks one of its characters. */
export function encode(word: string, bytes: Bytes): Uint8Array | undefined {
  const out = new Uint8Array(2 * word.length);
  let length = 0;
  for (let i = 0; i < word.length; i++) {
    const value = bytes[word.charCodeAt(i)] ?? 0;
    if (value === 0) return undefined;
    if (value > 0xff) out[length++] = value >> 8;
    out[length++] = value & 0xff;
  }
  return out.subarray(0, length);
}

/** What a page makes of bytes, or nothing when it makes nothing of some of them. */
export function decode(bytes: Uint8Array, { double }: Page, table: Units): string | undefined {
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    let code = byte < 0x80 ? byte : (table[byte] ?? 0);
    if (code === 0 && double && i + 1 < bytes.length) code = table[(byte << 8) | (bytes[++i] ?? 0)] ?? 0;
    if (code === 0 || (code >= 0x80 && code < 0xa0)) return undefined;
    out += String.fromCharCode(code);
  }
  return out;
}

let readers: readonly [Int32Array, Int32Array] | undefined;

/** Which pages of LEGACY, as two words of bits, have a UTF-16 unit above ASCII. */
function readersOf(): readonly [Int32Array, Int32Array] {
  if (readers) return readers;
  const built = [new Int32Array(0x10000), new Int32Array(0x10000)] as const;
  LEGACY.forEach((page, i) => {
    const bits = built[i >> 5];
    if (!bits) return;
    for (let code = 0; code < 0x80; code++) bits[code] = (bits[code] ?? 0) | (1 << (i & 31));
    for (const code of charactersOf(page)) bits[code] = (bits[code] ?? 0) | (1 << (i & 31));
  });
  readers = built;
  return built;
}

/** Whether some page has all characters of a stretch. */
export function isLegible(units: Uint16Array, start: number, end: number): boolean {
  const [low, high] = readersOf();
  let a = -1;
  let b = -1;
  for (let i = start; i < end && (a | b) !== 0; i++) {
    const code = units[i] ?? 0;
    a &= low[code] ?? 0;
    b &= high[code] ?? 0;
  }
  return (a | b) !== 0;
}

/** The places in LEGACY of the pages that have all characters of a word. */
export function pagesOf(word: string): number[] {
  const [low, high] = readersOf();
  let a = -1;
  let b = -1;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    a &= low[code] ?? 0;
    b &= high[code] ?? 0;
  }
  const pages: number[] = [];
  for (; a !== 0; a &= a - 1) pages.push(lowest(a));
  for (; b !== 0; b &= b - 1) pages.push(32 + lowest(b));
  return pages.filter(page => page < LEGACY.length);
}
