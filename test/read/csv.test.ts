import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/read/csv.js';
import { cutFile, parseOptions, show } from '../support/read.js';

/** The records of a CSV file: texts and extras, or the reason against them. */
function read(file: string, size = 5): string[] {
  const parse = csv.parser(parseOptions({}));
  return cutFile(csv, Buffer.from(file), { size }).flatMap(record => {
    if (!('bytes' in record)) return [`${record.offset}: ${record.reason}`];
    const parsed = parse(record.bytes.toString());
    if (!parsed) return [];
    return [parsed.ok ? `${parsed.text} ${parsed.extra}` : `${record.offset}: ${parsed.reason}`];
  });
}

describe('a CSV file', () => {
  it.each<[string, string, string[]]>([
    ['commas', 'text,n\nhello,1\nworld,2\n', ['hello {"n":"1"}', 'world {"n":"2"}']],
    ['semicolons', 'text;n\nhello, you;1,5\n', ['hello, you {"n":"1,5"}']],
    ['tabs', 'text\tn\nhello\t1\n', ['hello {"n":"1"}']],
    [
      'line ends in cells',
      'text,n\r\n"one\r\ntwo",1\r\nthree,2',
      ['one\r\ntwo {"n":"1"}', 'three {"n":"2"}'],
    ],
    ['doubled quotes', 'text,n\n"say ""hi"", you",1\n', ['say "hi", you {"n":"1"}']],
    ['quotes inside a cell', 'text,n\na 5" screen,1\nb,2\n', ['a 5" screen {"n":"1"}', 'b {"n":"2"}']],
    ['a byte order mark', '\ufefftext,n\nhello,1\n', ['hello {"n":"1"}']],
    ['blank lines', 'text,n\n\nhello,1\n\n', ['hello {"n":"1"}']],
    ['a repeated name', 'text,a,a\nt,1,2\n', ['t {"a":"1","a":"2"}']],
    [
      'ragged rows',
      'text,n\none,1\ntwo\nthree,3,3\nfour,4\n',
      ['one {"n":"1"}', '13: ragged-row', '17: ragged-row', 'four {"n":"4"}'],
    ],
    [
      'a quote that nothing closes',
      'text,n\none,1\n"two,2\nthree,3\n"four",4\nfive,5\n',
      ['one {"n":"1"}', '13: invalid-csv', 'three {"n":"3"}', 'four {"n":"4"}', 'five {"n":"5"}'],
    ],
    [
      'a quote open at the end',
      'text,n\none,1\n"two,2\nthree,3',
      ['one {"n":"1"}', '13: invalid-csv', 'three {"n":"3"}'],
    ],
    ['a cell that is empty', 'text,n\n,1\none,\n', ['7: empty', 'one {"n":""}']],
    ['a header alone', 'text,n\n', []],
  ])('with %s', (_, file, expected) => {
    for (const size of [1, 5, 1000]) expect(read(file, size)).toEqual(expected);
  });

  it('comes back cell by cell, whatever the cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '漢'),
      maxLength: 8,
    });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, size) => {
          const file = ['text,other', ...rows.map(([a, b]) => `${quote(`t${a}`)},${quote(b)}`)].join('\n');
          expect(read(file, size)).toEqual(rows.map(([a, b]) => `t${a} ${JSON.stringify({ other: b })}`));
        },
      ),
    );
  });

  it('has the offset of each row', () => {
    expect(cutFile(csv, Buffer.from('text\né\nb\n')).map(show)).toEqual([
      [0, 'text'],
      [5, 'é'],
      [8, 'b'],
    ]);
  });
});
