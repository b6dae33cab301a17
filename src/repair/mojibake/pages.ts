import iconv from 'iconv-lite';

/** A code page that UTF-8 may have been misread as. */
export interface Page {
  /** As it appears in `by`: a WHATWG label where there is one. */
  readonly name: string;
  readonly iconv: string;
  /** Has characters of two bytes. */
  readonly double: boolean;
}

/** In order of preference: of two pages that explain a text equally well the earlier wins. At most 31. */
export const PAGES: readonly Page[] = [
  ...[
    'windows-1252',
    'macintosh',
    'windows-1251',
    'windows-1250',
    'windows-1254',
    'windows-1253',
    'windows-1257',
  ],
  ...['windows-1256', 'windows-1255', 'windows-1258', 'cp437', 'cp850', 'cp852', 'cp866', 'koi8-r', 'koi8-u'],
  ...[
    'windows-874',
    'iso-8859-2',
    'iso-8859-5',
    'iso-8859-7',
    'iso-8859-15',
    'cp857',
    'maccyrillic',
    'cp775',
  ],
]
  .map(name => ({ name, iconv: name, double: false }))
  .concat([
    { name: 'gbk', iconv: 'cp936', double: true },
    { name: 'big5', iconv: 'cp950', double: true },
    { name: 'shift_jis', iconv: 'cp932', double: true },
    { name: 'euc-kr', iconv: 'cp949', double: true },
    { name: 'euc-jp', iconv: 'euc-jp', double: true },
  ]);

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
