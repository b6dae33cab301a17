import { CLASS_RANGES } from './class-data.js';

let table: Uint16Array | undefined;

/** Where classes change beyond the BMP, from left to right, and the classes from there on. */
const astralStarts: number[] = [];
const astralClasses: number[] = [];

/** The classes of a code point, as bits of class-data. */
export function classOf(point: number): number {
  return point > 0xffff ? astralClassOf(point) : (classTable()[point] ?? 0);
}

/** The classes of each UTF-16 unit; unpacked when first asked for, in about 1 ms. */
export function classTable(): Uint16Array {
  return (table ??= unpack());
}

function unpack(): Uint16Array {
  const classes = new Uint16Array(0x10000);
  let start = 0;
  let last = 0;
  for (const range of CLASS_RANGES.split(' ')) {
    const [behind = '0', bits = '0'] = range.split(':');
    const from = start;
    start += parseInt(behind, 36);
    classes.fill(last, from, start);
    last = parseInt(bits, 36);
    if (start > 0xffff) {
      astralStarts.push(start);
      astralClasses.push(last);
    }
  }
  return classes;
}

function astralClassOf(point: number): number {
  const bmp = classTable();
  let low = 0;
  let high = astralStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((astralStarts[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? (bmp[0xffff] ?? 0) : (astralClasses[low - 1] ?? 0);
}
