import { BESIDE } from './class-data.js';
import { classTable } from './classes.js';
import { bytesOf, charactersOf, PAGES } from './pages.js';

/** For each UTF-16 unit, which pages (by bit) could be at work. */
export interface ScanTables {
  /** The first byte starts a UTF-8 sequence that goes on in the next character. */
  readonly opens: Int32Array;
  /** The first byte goes on with a UTF-8 sequence. */
  readonly goesOn: Int32Array;
  /** Both bytes make a whole UTF-8 sequence. */
  readonly whole: Int32Array;
  /** The page has it above ASCII, and it is no sign that stands beside words: mojibake does not stop short of it. */
  readonly within: Int32Array;
}

let tables: ScanTables | undefined;
let withDouble = false;

/**
 * The tables. Double-byte pages are added when an East Asian character calls for them: nothing else starts a stretch in
 * one of them.
 */
export function scanTables(unit: number): ScanTables {
  if (tables === undefined) add((tables = empty()), false);
  if (unit >= 0x3400 && !withDouble && isEastAsian(unit)) {
    withDouble = true;
    add(tables, true);
  }
  return tables;
}

function empty(): ScanTables {
  const table = (): Int32Array => new Int32Array(0x10000);
  return { opens: table(), goesOn: table(), whole: table(), within: table() };
}

/** Where double-byte pages put bytes that start a UTF-8 sequence: ideographs, Hangul, private use, halfwidth kana. */
function isEastAsian(unit: number): boolean {
  return unit < 0xd800 || (unit >= 0xe000 && unit < 0xfb00) || (unit >= 0xff61 && unit <= 0xff9f);
}

function add({ opens, goesOn, whole, within }: ScanTables, double: boolean): void {
  const classes = classTable();
  PAGES.forEach((page, bit) => {
    if (page.double !== double) return;
    const bytes = bytesOf(page);
    const mask = 1 << bit;
    for (const code of charactersOf(page)) {
      const value = bytes[code] ?? 0;
      const first = value > 0xff ? value >> 8 : value;
      const continued = value <= 0xff || isTail(value & 0xff);
      if (((classes[code] ?? 0) & BESIDE) === 0) within[code] = (within[code] ?? 0) | mask;
      if (isTail(first)) goesOn[code] = (goesOn[code] ?? 0) | mask;
      if (value > 0xff && first >= 0xc2 && first <= 0xdf && continued)
        whole[code] = (whole[code] ?? 0) | mask;
      else if (first >= (value > 0xff ? 0xe0 : 0xc2) && first <= 0xf4 && continued)
        opens[code] = (opens[code] ?? 0) | mask;
    }
  });
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** The pages in which something may start at a unit before `next`; any for a control character. */
export function pagesAt(unit: number, next: number): number {
  if (unit < 0xa0) return -1;
  const { whole, opens, goesOn } = scanTables(unit);
  return (whole[unit] ?? 0) | ((opens[unit] ?? 0) & (goesOn[next] ?? 0));
}
