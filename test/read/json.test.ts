import { Readable } from 'node:stream';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/read/json.js';
import { cutFile, parseOptions, show } from '../support/read.js';

const texts = (file: string | Buffer, pick = '', size = 7): string[] =>
  cutFile(json, Buffer.from(file), { pick: pick === '' ? [] : pick.split('.'), size }).map(
    record => show(record)[1],
  );

describe('a JSON file', () => {
  it.each<[string, string, string, string[]]>([
    ['a list', '[{"a":1}, {"b":[1,"]"]}\n]', '', ['{"a":1}', '{"b":[1,"]"]}']],
    ['one object', ' {"text":"t"} ', '', ['{"text":"t"}']],
    ['objects one after another', '{"a":1}\n{"b":2}', '', ['{"a":1}', '{"b":2}']],
    ['an empty list', '[ ]', '', []],
    [
      'a picked list',
      '{"x":[{"no":1}],"data":{"n":1,"articles":[{"a":1},{"a":2}],"z":0},"y":{}}',
      'data.articles',
      ['{"a":1}', '{"a":2}'],
    ],
    ['a picked object', '{"data":{"article":{"a":1}}}', 'data.article', ['{"a":1}']],
    ['an escaped key on the way', '{"d\\u0061ta":[1]}', 'data', ['1']],
    ['a key of that name elsewhere', '{"a":{"data":[1]},"data":[2]}', 'data', ['2']],
    ['numbers and words', '[1, true,null ,"s\\"]"]', '', ['1', 'true', 'null', '"s\\"]"']],
    ['quotes and brackets in strings', '[{"a":"\\\\"},{"a":"]}\\""}]', '', ['{"a":"\\\\"}', '{"a":"]}\\""}']],
    [
      'numbers byte for byte',
      '[{"n":12345678901234567890, "b":1e400}]',
      '',
      ['{"n":12345678901234567890, "b":1e400}'],
    ],
    ['a byte order mark', '\ufeff[{"a":1}]', '', ['{"a":1}']],
    ['a cut element', '[{"a":1},{"b":"x', '', ['{"a":1}', 'truncated 7']],
    ['a missing bracket', '[{"a":1},{"b":2}', '', ['{"a":1}', '{"b":2}', 'truncated 0']],
    ['a broken element', '[{"a":1},{"a": oops},{"a":2}]', '', ['{"a":1}', '{"a": oops}', '{"a":2}']],
    ['no JSON', 'plain words', '', ['invalid-json 11']],
    ['a stray comma', '[{"a":1},,{"a":2}]', '', ['{"a":1}', 'invalid-json 9']],
    ['no such key', '{"data":{"items":[]}}', 'data.articles', ['no-pick 21']],
    ['nothing', '', '', ['empty 0']],
  ])('of %s', (_, file, pick, expected) => {
    expect(texts(file, pick)).toEqual(expected);
    expect(texts(file, pick, 1)).toEqual(expected);
  });

  it('is read as stream-json and JSON.parse read it, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.constantFrom(undefined, 1),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        async (list, indent, size, nested) => {
          const file = JSON.stringify(nested ? { before: list, a: { list } } : list, undefined, indent);
          const found = texts(file, nested ? 'a.list' : '', size).map(text => JSON.parse(text) as unknown);
          expect(found).toEqual(JSON.parse(JSON.stringify(list)));
          expect(found).toEqual(await oracle(file, nested ? 'a.list' : ''));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['shift_jis', Buffer.from([0x5b, 0x22, 0x95, 0x5c, 0x22, 0x2c, 0x22, 0x61, 0x22, 0x5d]), 2],
    ['gbk', Buffer.from([0x5b, 0x22, 0x81, 0x5c, 0x22, 0x2c, 0x31, 0x5d]), 2],
    ['utf-16le', Buffer.from('\ufeff[{"a":"嬀崀"},{"b":1}]', 'utf16le'), 2],
    ['utf-16be', Buffer.from('[{"a":"嬀崀"},{"b":1}]', 'utf16le').swap16(), 2],
  ])('in %s is not misled by bytes that look like signs', (charset, file, count) => {
    for (const size of [1, 3, 100]) {
      const records = cutFile(json, file, { charset, size });
      expect(records.map(record => 'bytes' in record)).toEqual(Array<boolean>(count).fill(true));
    }
  });

  it('holds one element at a time, whatever the size of the file', () => {
    const element = Buffer.from(`{"text":"${'x'.repeat(1000)}"},\n`);
    const piece = Buffer.concat(Array<Buffer>(1000).fill(element));
    const splitter = json.split({ start: 0, skipFirst: false, stop: Infinity, maxBytes: 1 << 20, pick: [] });
    let records = splitter.push(Buffer.from('[')).length;
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 100; i++) records += splitter.push(piece).length;
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 << 20);
    records += splitter.push(Buffer.from('{}]')).length + splitter.end().length;
    expect(records).toBe(100_001);
  });

  it('rejects an element that is too long, and no other', () => {
    const file = Buffer.from(`[{"a":1},{"b":"${'x'.repeat(100)}"},{"c":3}]`);
    expect(cutFile(json, file, { maxBytes: 50, size: 11 }).map(show)).toEqual([
      [1, '{"a":1}'],
      [9, 'too-long 108'],
      [118, '{"c":3}'],
    ]);
  });
});

it('several fields make up the text, and others have names of their own', () => {
  const options = parseOptions({
    text: [['standfirst', 'paragraphs'], 'text'],
    fields: {
      title: 'headline',
      section: ['section', 'articleSection'],
      url: ['link', 'url'],
      created: 'date',
      id: 'guid',
    },
  });
  const record = {
    guid: 'a-1',
    headline: 'H',
    articleSection: 'Coast',
    standfirst: 'S',
    paragraphs: 'P',
    link: 'https://x.org/',
    date: '2021-07-25T00:00:00.000Z',
    title: 'not this',
    n: 1,
  };
  expect(json.parser(options)(JSON.stringify(record))).toMatchObject({
    ok: true,
    ownId: 'a-1',
    text: 'S\n\nP',
    fields: { title: 'H', section: 'Coast', url: 'https://x.org/', created: '2021-07-25T00:00:00.000Z' },
    extra: '{"title":"not this","n":1}',
  });
});

type Factory = (options: { filter: string }) => unknown;

/** The values that stream-json finds in a list. */
async function oracle(file: string, pick: string): Promise<unknown[]> {
  const load = createRequire(import.meta.url);
  const { chain } = load('stream-chain') as { chain: (stages: unknown[]) => NodeJS.ReadWriteStream };
  const { parser } = load('stream-json') as { parser: () => unknown };
  const { pick: choose } = load('stream-json/filters/pick.js') as { pick: Factory };
  const { streamArray } = load('stream-json/streamers/stream-array.js') as { streamArray: () => unknown };
  const stages = [parser(), ...(pick === '' ? [] : [choose({ filter: pick })]), streamArray()];
  const values: unknown[] = [];
  for await (const { value } of Readable.from([file]).pipe(chain(stages)) as AsyncIterable<{
    value: unknown;
  }>)
    values.push(value);
  return values;
}
