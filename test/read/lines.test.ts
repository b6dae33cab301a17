import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRecord } from '../../src/read/format.js';
import { splitLines } from '../../src/read/lines.js';

/** Feeds `file[from..]` in chunks of `size` to a splitter for the records that start in `[from, stop)`. */
function split(
  file: Buffer,
  from: number,
  stop: number,
  size: number,
  maxBytes = 1 << 20,
  charset?: string,
): RawRecord[] {
  const start = Math.max(0, from - 1);
  const splitter = splitLines({
    start,
    skipFirst: from > 0,
    stop: stop >= file.length ? Infinity : stop,
    maxBytes,
    charset,
  });
  const records: RawRecord[] = [];
  for (let at = start; at < file.length && !splitter.done; at += size)
    records.push(...splitter.push(file.subarray(at, at + size)));
  records.push(...splitter.end());
  return records;
}

const show = (record: RawRecord): [number, string] => [
  record.offset,
  'bytes' in record ? record.bytes.toString() : record.reason,
];

describe('lines', () => {
  it('come out the same however the file is cut into shards and chunks', () => {
    const files = fc
      .array(fc.constantFrom('', 'a', 'bb', '{"t":"é"}', 'long line of text', '\r'), { maxLength: 12 })
      .map(lines => Buffer.from(lines.join('\n')));
    fc.assert(
      fc.property(
        files,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (file, shard, chunk) => {
          const whole = split(file, 0, file.length, 1 << 20).map(show);
          const pieces: [number, string][] = [];
          for (let from = 0; from < file.length; from += shard)
            pieces.push(...split(file, from, from + shard, chunk).map(show));
          expect(pieces).toEqual(whole);
          const expected = file
            .toString()
            .split('\n')
            .filter(line => line.trim() !== '');
          expect(whole.map(([, text]) => text)).toEqual(expected);
        },
      ),
    );
  });

  it('that are too long are rejected with place and length, and the others are not', () => {
    const file = Buffer.from(`ok\n${'x'.repeat(100)}\nfine`);
    expect(split(file, 0, file.length, 7, 50)).toMatchObject([
      { offset: 0 },
      { offset: 3, length: 100, reason: 'too-long' },
      { offset: 104 },
    ]);
  });

  it('of UTF-16 are cut at UTF-16 line ends', () => {
    const file = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('one\nĊtwo\nthree', 'utf16le')]);
    const texts = split(file, 0, file.length, 3, 1 << 20, 'utf-16le').map(record =>
      'bytes' in record ? record.bytes.toString('utf16le') : '',
    );
    expect(texts).toEqual(['\ufeffone', 'Ċtwo', 'three']);
  });

  it('of a gigabyte cost no more memory than the limit', () => {
    const splitter = splitLines({ start: 0, skipFirst: false, stop: Infinity, maxBytes: 1 << 20 });
    const piece = Buffer.alloc(1 << 20, 'x');
    const before = process.memoryUsage().arrayBuffers;
    const records = [...splitter.push(Buffer.from('good\n'))];
    for (let i = 0; i < 1024; i++) records.push(...splitter.push(piece));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 << 20);
    records.push(...splitter.push(Buffer.from('\nfine')), ...splitter.end());
    expect(records).toMatchObject([
      { offset: 0 },
      { offset: 5, length: 1 << 30, reason: 'too-long' },
      { offset: 6 + (1 << 30) },
    ]);
  });
});
