import iconv from 'iconv-lite';

/** A legacy charset that bytes may be in. */
export interface Page {
  /** As the IANA writes it, in lower case. */
  readonly name: string;
  /** What iconv-lite calls it. */
  readonly iconv: string;
  readonly double: boolean;
  /** Nats by which other pages have to explain the bytes worse: how much rarer such files are than windows-1252. */
  readonly rarity: number;
}

/**
 * Pages that share what they print with an earlier one are not here: ISO-8859-1 (windows-1252), ISO-8859-9
 * (windows-1254), ISO-8859-11 and TIS-620 (windows-874), GBK and GB2312 (gb18030). Of two that explain bytes
 * equally well the earlier wins.
 */
export const PAGES: readonly Page[] = [
  page('windows-1252', 0),
  page('windows-1251', 2),
  page('windows-1250', 2),
  page('windows-1254', 3),
  page('windows-1253', 2),
  page('windows-1256', 2),
  page('windows-1255', 2),
  page('windows-1257', 3),
  page('windows-1258', 4),
  page('windows-874', 2),
  page('koi8-r', 2),
  page('koi8-u', 3),
  page('iso-8859-2', 3),
  page('iso-8859-3', 6),
  page('iso-8859-4', 6),
  page('iso-8859-5', 4),
  page('iso-8859-6', 4),
  page('iso-8859-7', 3),
  page('iso-8859-8', 4),
  page('iso-8859-10', 6),
  page('iso-8859-13', 5),
  page('iso-8859-14', 6),
  page('iso-8859-15', 3),
  page('iso-8859-16', 6),
  page('cp866', 4),
  page('gb18030', 2, 'gb18030'),
  page('big5', 2, 'big5hkscs'),
  page('shift_jis', 2, 'cp932'),
  page('euc-jp', 2, 'euc-jp'),
  page('euc-kr', 2, 'cp949'),
];

function page(name: string, rarity: number, double = ''): Page {
  return { name, iconv: double || name, double: double !== '', rarity };
}

const tables = new Map<string, readonly string[]>();

/** What each byte of a single-byte page stands for; U+FFFD for nothing. Built when first asked for. */
export function tableOf(charset: string): readonly string[] {
  let table = tables.get(charset);
  if (table === undefined) {
    table = Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.from([byte]), charset));
    // As browsers do (https://encoding.spec.whatwg.org/#index-windows-1252), so that no byte is lost.
    if (charset === 'windows-1252')
      table = table.map((char, byte) => (char === LOST ? String.fromCharCode(byte) : char));
    tables.set(charset, table);
  }
  return table;
}

export const LOST = '\ufffd';
