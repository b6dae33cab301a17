import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { apply, invert } from '../../src/core/edits.js';
import { repairMojibake } from '../../src/repair/mojibake.js';
import { SENTENCES } from './sentences.js';

const CHAINS = [
  ...[
    'latin1',
    'win1252',
    'win1250',
    'win1251',
    'win1253',
    'win1254',
    'win1256',
    'win1257',
    'macintosh',
    'cp437',
    'cp850',
  ],
  ...['koi8-r', 'cp874', 'gbk', 'gb18030', 'big5', 'cp932', 'cp949', 'euc-jp'],
  ...[
    'win1252+win1252',
    'win1252+win1252+win1252',
    'win1251+win1251',
    'gbk+gbk',
    'win1250+win1252',
    'win1252+gbk',
  ],
];

const DOUBLE = new Set(['gbk', 'gb18030', 'big5', 'cp932', 'cp949', 'euc-jp']);

/** What a browser makes of `text` when it reads its UTF-8 as `page`; nothing where bytes are lost on the way. */
function misread(text: string, page: string): string | undefined {
  const bytes = Buffer.from(text);
  if (!DOUBLE.has(page)) return Array.from(bytes, byte => charOf(byte, page)).join('');
  const garbled = iconv.decode(bytes, page);
  return iconv.encode(garbled, page).equals(bytes) && !/[\ufffd\p{Co}\p{Cs}\p{Cn}]/u.test(garbled)
    ? garbled
    : undefined;
}

function charOf(byte: number, page: string): string {
  const char = iconv.decode(Buffer.of(byte), page);
  return char === '\ufffd' ? String.fromCharCode(byte) : char;
}

describe.each(CHAINS)('UTF-8 read as %s', chain => {
  const cases = Object.entries(SENTENCES).flatMap(([lang, sentence]) => {
    const garbled = chain
      .split('+')
      .reduce<string | undefined>((text, page) => text && misread(text, page), sentence);
    return garbled === undefined ? [] : [[lang, sentence, garbled] as const];
  });

  it.skipIf(cases.length === 0).each(cases)('%s: %s', (_lang, sentence, garbled) => {
    const { text, edits } = repairMojibake(garbled);
    expect(text).toBe(sentence);
    expect(apply(text, invert(edits))).toBe(garbled);
    expect(repairMojibake(text).edits).toEqual([]);
  });

  it.skipIf(cases.length === 0).each(cases)('%s, a few words in a clean text', (_lang, sentence, garbled) => {
    const others = Object.values(SENTENCES)
      .filter(other => other !== sentence)
      .slice(0, 3);
    const around = (middle: string): string => [others[0], middle, ...others.slice(1)].join('\n');
    expect(repairMojibake(around(garbled)).text).toBe(around(sentence));
  });
});
