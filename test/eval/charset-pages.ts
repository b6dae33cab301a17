import iconv from 'iconv-lite';

/** The single-byte pages that are told apart. */
export const SINGLE: readonly string[] = [
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map(n => `windows-${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16].map(n => `iso-8859-${n}`),
  'koi8-r',
  'koi8-u',
  'tis-620',
];

/** Names of the double-byte pages, and what iconv-lite calls them. */
export const DOUBLE: readonly (readonly [name: string, iconv: string])[] = [
  ['gbk', 'gbk'],
  ['gb18030', 'gb18030'],
  ['big5', 'cp950'],
  ['shift_jis', 'cp932'],
  ['euc-jp', 'euc-jp'],
  ['euc-kr', 'cp949'],
];

const repertoires = new Map<string, ReadonlySet<string>>();

/** All characters of a single-byte page. */
export function repertoire(page: string): ReadonlySet<string> {
  let known = repertoires.get(page);
  if (known === undefined) {
    known = new Set(iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), page));
    repertoires.set(page, known);
  }
  return known;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** Text as Windows' Vietnamese page has it: tones are marks of their own, other letters are whole. */
export function vietnamese(text: string): string {
  return text.normalize('NFC').replace(/[^\0-\x7f]/gu, char => {
    const parts = char.normalize('NFD');
    const tone = TONE.exec(parts)?.[0] ?? '';
    return tone === '' ? char : parts.replace(tone, '').normalize('NFC') + tone;
  });
}
