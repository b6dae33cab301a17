import { PAGE_DATA } from './page-data.js';

/** A code page that UTF-8 may have been misread as. */
export interface Page {
  /** As it appears in `by`: a WHATWG label where there is one. */
  readonly name: string;
  /** Has characters of two bytes. */
  readonly double: boolean;
  /** Nats that a stretch has to gain beyond others when nothing else speaks for this page. */
  readonly rarity: number;
}

/**
 * By name: its rarity in nats, and whether it is double-byte: how rarely such files are met, and how often its bytes make UTF-8 of clean text. They were set on clean lines in 640 languages, in
 * which no page but ISO-8859-5 and Mac Cyrillic reached a gain of 8 once in 10,000. At most 31 pages; of two that
 * explain a text equally well the earlier wins.
 */
export const PAGES: readonly Page[] = [
  page('windows-1252', 0),
  page('macintosh', 1),
  page('windows-1251', 1),
  page('windows-1250', 1),
  page('windows-1254', 1),
  page('windows-1253', 1),
  page('windows-1257', 1),
  page('windows-1256', 1),
  page('windows-1255', 2),
  page('windows-1258', 3),
  page('cp437', 1),
  page('cp850', 1),
  page('cp852', 3),
  page('cp866', 3),
  page('koi8-r', 1),
  page('koi8-u', 3),
  page('windows-874', 1),
  page('iso-8859-2', 8),
  page('iso-8859-5', 8),
  page('iso-8859-7', 4),
  page('iso-8859-15', 8),
  page('cp857', 4),
  page('maccyrillic', 8),
  page('cp775', 4),
  page('gbk', 0, true),
  page('big5', 0, true),
  page('shift_jis', 0, true),
  page('euc-kr', 0, true),
  page('euc-jp', 3, true),
];

function page(name: string, rarity: number, double = false): Page {
  return { name, double, rarity };
}

/** The bytes of each UTF-16 unit in a page: 0 for none, one byte, or two as a 16-bit number. */
export type Bytes = Uint16Array;

interface Tables {
  readonly bytes: Bytes;
  /** The units above ASCII that it has. */
  readonly units: Uint16Array;
}

/** By name: the same page may be listed with another rarity. */
const tables = new Map<string, Tables>();

/** The table of a page, unpacked when first asked for: in 0.05 ms for a single-byte page, 1 ms for others. */
export function bytesOf(page: Page): Bytes {
  return tablesOf(page).bytes;
}

/** The UTF-16 units above ASCII that a page has, in no order. */
export function charactersOf(page: Page): Uint16Array {
  return tablesOf(page).units;
}

function tablesOf(page: Page): Tables {
  let known = tables.get(page.name);
  if (known === undefined) tables.set(page.name, (known = build(page)));
  return known;
}

/** What a page gives for the bytes 80–FF; 0 for what it leaves undefined. */
export function singleOf({ name }: Page): Uint16Array {
  return unpack(PAGE_DATA[name]?.[0] ?? '', 0x80);
}

const LEADS = 0xff - 0x81;
const TRAILS = 0xff - 0x40;

/**
 * Bytes that a single-byte page leaves undefined are C1 controls, as browsers have it. Windows-1252 takes all C1
 * controls at their own value, so that it covers Latin-1 and mixtures of both. Of two byte pairs for one character the
 * lower wins: in Shift_JIS that is the one which can be UTF-8 (ED.. and EE.., not FA..).
 */
function build(page: Page): Tables {
  const { name, double } = page;
  const bytes = new Uint16Array(0x10000);
  const units = new Uint16Array(double ? 0x100 + LEADS * TRAILS : 0x180);
  let count = 0;
  const add = (unit: number, value: number): void => {
    if (unit < 0x80 || bytes[unit] !== 0) return;
    bytes[unit] = value;
    units[count++] = unit;
  };
  for (let byte = 1; byte < 0x80; byte++) bytes[byte] = byte;
  singleOf(page).forEach((unit, i) => {
    add(unit === 0 && !double ? 0x80 + i : unit, 0x80 + i);
  });
  // What iconv-lite does otherwise than Python and browsers do.
  if (name === 'macintosh') add(0x3a9, bytes[0x2126] ?? 0);
  if (name === 'shift_jis') add(0xf8f0, 0xa0);
  if (name === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) add(byte, byte);
  if (double)
    unpack(PAGE_DATA[name]?.[1] ?? '', LEADS * TRAILS).forEach((unit, i) => {
      add(unit, ((0x81 + Math.floor(i / TRAILS)) << 8) | (0x40 + (i % TRAILS)));
    });
  return { bytes, units: units.subarray(0, count) };
}

/** The units of as many places: digits say how many have none, capitals how many go on from the last one. */
function unpack(packed: string, places: number): Uint16Array {
  const units = new Uint16Array(places);
  let at = 0;
  for (let i = 0; i < packed.length;) {
    let code = packed.charCodeAt(i);
    let count = 0;
    if (code < 0x3a) {
      for (; code < 0x3a; code = packed.charCodeAt(++i)) count = 10 * count + code - 0x30;
      at += count;
    } else if (code < 0x80) {
      for (; code >= 0x41 && code < 0x80; code = packed.charCodeAt(++i)) count = 26 * count + code - 0x41;
      for (let last = units[at - 1] ?? 0; count > 0; count--) units[at++] = ++last;
    } else {
      units[at++] = code;
      i++;
    }
  }
  return units;
}
