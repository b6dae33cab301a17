import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, recordDate } from '../../src/read/dates.js';
import { members } from '../../src/core/members.js';
import { parseRecord } from '../../src/read/record.js';
import { parseOptions } from '../support/read.js';

const options = parseOptions({});

function extra(json: string): string {
  const parsed = parseRecord(json, options);
  return parsed.ok ? parsed.extra : `rejected: ${parsed.reason}`;
}

describe('a JSONL record', () => {
  it.each([
    [
      'numbers that doubles cannot hold',
      '{"text":"t","n":12345678901234567890,"big":1e400,"one":1.0}',
      '{"n":12345678901234567890,"big":1e400,"one":1.0}',
    ],
    ['repeated keys', '{"a":1,"text":"t","a":2}', '{"a":1,"a":2}'],
    ['all but the last of a repeated key of ours', '{"text":"first","text":"t"}', '{"text":"first"}'],
    [
      'prototypes',
      '{"text":"t","__proto__":{"x":1},"constructor":null}',
      '{"__proto__":{"x":1},"constructor":null}',
    ],
    [
      'spaces and escapes inside',
      '{ "text" : "t" , "k\\u0065y" : [ 1 , {"a": "}"} ] }',
      '{"k\\u0065y" : [ 1 , {"a": "}"} ]}',
    ],
    ['an id that is only digits', '{"id":"123","text":"t"}', '{"id":"123"}'],
    ['an id that is a number', '{"id":7,"text":"t"}', '{"id":7}'],
    ['a date that has to be rewritten', '{"created":"2021-07-25","text":"t"}', '{"created":"2021-07-25"}'],
    ['nothing when all fields are ours', '{"id":"a","title":"T","text":"t"}', '{}'],
  ])('keeps %s byte for byte', (_, json, expected) => {
    expect(extra(json)).toBe(expected);
  });

  it.each([
    ['{"text":"t"', 'invalid-json'],
    ['[1]', 'not-an-object'],
    ['"text"', 'not-an-object'],
    ['{"title":"no body"}', 'no-text'],
    ['{"text":5}', 'no-text'],
    ['{"text":"  \\n"}', 'empty'],
  ])('is rejected: %s', (json, reason) => {
    expect(parseRecord(json, options)).toMatchObject({ ok: false, reason });
  });

  it('finds its text by the first name that is there', () => {
    expect(parseRecord('{"body":"b","content":"c"}', options)).toMatchObject({
      ok: true,
      text: 'c',
      extra: '{"body":"b"}',
    });
  });

  it('has the members that JSON.parse sees, for any JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 1, '\t'),
        (object, indent) => {
          const found = members(JSON.stringify(object, undefined, indent));
          const again = JSON.parse(`{${found.map(({ raw }) => raw).join(',')}}`) as object;
          expect(JSON.stringify(again)).toBe(JSON.stringify(object));
          expect(found.map(({ key }) => key)).toEqual(Object.keys(object));
        },
      ),
    );
  });
});

it.each([
  ['2021-07-25', '2021-07-25T00:00:00.000Z'],
  ['2021-07-25 10:30', '2021-07-25T10:30:00.000Z'],
  ['2021-07-25T10:30:05.5+02:00', '2021-07-25T08:30:05.500Z'],
  ['2021-07-25T10:30:05+0200', '2021-07-25T08:30:05.000Z'],
  ['2021-02-30', undefined],
  ['July 25, 2021', undefined],
  ['1627200000', undefined],
])('reads the date %s as %s', (text, expected) => {
  expect(isoDate(text)).toBe(expected);
});

it.each([
  ['2021-07-25', '2021-07-25T00:00:00.000Z'],
  ['Mon, 06 Sep 2021 00:01:00 +0200', '2021-09-05T22:01:00.000Z'],
  ['6 Sep 2021 00:01 GMT', '2021-09-06T00:01:00.000Z'],
  ['Tue, 31 Feb 2021 00:01:00 GMT', undefined],
  ['Mon, 06 Foo 2021 00:01:00 GMT', undefined],
  ['1627200000', '2021-07-25T08:00:00.000Z'],
  [1627200000, '2021-07-25T08:00:00.000Z'],
  [1627200000.75, '2021-07-25T08:00:00.750Z'],
  [1627200000123, '2021-07-25T08:00:00.123Z'],
  [20210725, undefined],
  [Infinity, undefined],
  ['yesterday', undefined],
  [null, undefined],
])('takes %j in a record for the date %s', (value, expected) => {
  expect(recordDate(value)).toBe(expected);
});

it('keeps a date of a feed as it was, too', () => {
  const json = '{"text":"t","created":"Mon, 06 Sep 2021 00:01:00 +0200","added":1627200000}';
  expect(parseRecord(json, options)).toMatchObject({
    fields: { created: '2021-09-05T22:01:00.000Z', added: '2021-07-25T08:00:00.000Z' },
    extra: '{"created":"Mon, 06 Sep 2021 00:01:00 +0200","added":1627200000}',
  });
});
