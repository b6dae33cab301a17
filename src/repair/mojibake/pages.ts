import iconv from 'iconv-lite';

/** A code page that UTF-8 may have been misread as. */
export interface Page {
  /** As it appears in `by`: a WHATWG label where there is one. */
  readonly name: string;
  readonly iconv: string;
  /** Has characters of two bytes. */
  readonly double: boolean;
  /** Nats that a stretch has to gain beyond others when nothing else speaks for this page. */
  readonly rarity: number;
}

/**
 * By name: what iconv-lite calls it, whether it is double-byte, and its rarity in nats: how rarely such
 * files are met, and how often its bytes make UTF-8 of clean text. They were set on clean lines in 640 languages, in
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
  page('gbk', 0, 'cp936'),
  page('big5', 0, 'cp950'),
  page('shift_jis', 0, 'cp932'),
  page('euc-kr', 0, 'cp949'),
  page('euc-jp', 3, 'euc-jp'),
];

function page(name: string, rarity: number, double = ''): Page {
  return { name, iconv: double || name, double: double !== '', rarity };
}

/** The bytes of each UTF-16 unit in a page: 0 for none, one byte, or two as a 16-bit number. */
export type Bytes = Uint16Array;

const tables = new Map<Page, Bytes>();

/** The table of a page, built when first asked for: under 1 ms for a single-byte page, about 10 ms for others. */
export function bytesOf(page: Page): Bytes {
  let table = tables.get(page);
  if (table === undefined) {
    table = new Uint16Array(0x10000);
    for (let byte = 1; byte < 0x80; byte++) table[byte] = byte;
    addSingle(table, page);
    if (page.double) addDouble(table, page);
    tables.set(page, table);
  }
  return table;
}

/**
 * Bytes that a single-byte page leaves undefined are C1 controls, as browsers have it. Windows-1252 takes all C1
 * controls at their own value, so that it covers Latin-1 and mixtures of both.
 */
function addSingle(table: Bytes, { iconv: name, double }: Page): void {
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const char = iconv.decode(Buffer.from([byte]), name);
    const code = char.length === 1 && char !== '\ufffd' ? char.charCodeAt(0) : double ? 0 : byte;
    if (code >= 0x80 && table[code] === 0) table[code] = byte;
  }
  // What iconv-lite does otherwise than Python and browsers do.
  if (name === 'macintosh') table[0x3a9] = table[0x2126] ?? 0;
  if (name === 'cp932') table[0xf8f0] = 0xa0;
  if (name === 'windows-1252')
    for (let byte = 0x80; byte < 0xa0; byte++) if (table[byte] === 0) table[byte] = byte;
}

/**
 * Of two byte pairs for one character the lower wins: in Shift_JIS that is the one which can be UTF-8 (ED.. and
 * EE.., not FA..).
 */
function addDouble(table: Bytes, { iconv: name }: Page): void {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const bytes = Buffer.alloc(3 * (0xff - 0x40));
    for (let trail = 0x40; trail <= 0xfe; trail++) bytes.set([lead, trail, 10], 3 * (trail - 0x40));
    const chars = iconv.decode(bytes, name).split('\n');
    chars.forEach((char, i) => {
      const code = char.charCodeAt(0);
      if (char.length === 1 && code >= 0x80 && code !== 0xfffd && table[code] === 0)
        table[code] = (lead << 8) | (0x40 + i);
    });
  }
}
