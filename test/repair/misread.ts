import iconv from 'iconv-lite';

const DOUBLE = new Set(['gbk', 'gb18030', 'big5', 'cp932', 'cp949', 'euc-jp']);

/** What a browser makes of `text` when it reads its UTF-8 as `page`; nothing where bytes are lost on the way. */
export function misread(text: string, page: string): string | undefined {
  const bytes = Buffer.from(text);
  if (!DOUBLE.has(page)) return Array.from(bytes, byte => charOf(byte, page)).join('');
  const garbled = iconv.decode(bytes, page);
  return iconv.encode(garbled, page).equals(bytes) && !/[\ufffd\p{Co}\p{Cs}\p{Cn}]/u.test(garbled)
    ? garbled
    : undefined;
}

/** The same with one page after another: `win1252+gbk` is UTF-8 read as windows-1252, the UTF-8 of which as GBK. */
export function misreadInTurn(text: string, chain: string): string | undefined {
  return chain.split('+').reduce<string | undefined>((now, page) => now && misread(now, page), text);
}

/** What comes of text that was written in one legacy page and read as another; nothing where the first lacks a letter. */
export function readAs(text: string, written: string, read: string): string | undefined {
  const bytes = iconv.encode(text, written);
  return iconv.decode(bytes, written) === text
    ? Array.from(bytes, byte => charOf(byte, read)).join('')
    : undefined;
}

function charOf(byte: number, page: string): string {
  const char = iconv.decode(Buffer.of(byte), page);
  return char === '\ufffd' ? String.fromCharCode(byte) : char;
}
