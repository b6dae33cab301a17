import { describe, expect, it } from 'vitest';
import { apply, invert } from '../../src/core/edits.js';
import { repairMojibake } from '../../src/repair/mojibake.js';
import { misreadInTurn } from './misread.js';
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

describe.each(CHAINS)('UTF-8 read as %s', chain => {
  const cases = Object.entries(SENTENCES).flatMap(([lang, sentence]) => {
    const garbled = misreadInTurn(sentence, chain);
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
