import { describe, expect, it } from 'vitest';
import { type Document, KEEP, NO_FIELDS } from '../../src/core/document.js';
import { type Keep, recordLines, recordOf } from '../../src/write/record.js';
import { keptKeys } from '../../src/write/metadata-keys.js';

const linesOf = (id: string, from: Document, keep?: Keep): ReturnType<typeof recordLines> =>
  recordLines(recordOf(id, from), keep);
const recordLine = (id: string, from: Document, keep?: Keep): string => linesOf(id, from, keep).data.join('');

function document(text: string, score: number): Document {
  const origin = { path: 'a/b.txt', offset: 0, length: 10 };
  const paragraph = { start: 3, end: text.length, lang: 'eng', score, kind: 'prose' as const };
  return {
    source: {
      ownId: '',
      origin,
      charset: 'utf-8',
      sha256: 'ab',
      text,
      fields: NO_FIELDS,
      extra: '{"n":1e400}',
    },
    text,
    layers: [{ stage: 'strip', edits: [{ start: 0, end: 3, removed: '😀x', insert: '', by: 'r' }] }],
    fields: { ...NO_FIELDS, title: 'A "title"' },
    tags: { lang: 'eng', score, script: 'Latn', by: 'limpia', shares: [['eng', 1]], paragraphs: [paragraph] },
    verdict: KEEP,
    suspects: [],
    skipped: [],
  };
}

it('counts code points, writes floats with a decimal point, and no null', () => {
  const line = recordLine('id-1', document('😀 words', 1));
  expect(line).toContain('"lang_score":1.0');
  expect(line).not.toContain('null');
  const record = JSON.parse(line) as { metadata: Record<string, unknown> };
  expect(record.metadata).toMatchObject({
    paragraphs: [{ start: 2, end: 7 }],
    chars: 7,
    dropped_chars: 2,
    edits: 1,
    langs: 'eng:1.00',
    extra: '{"n":1e400}',
    title: 'A "title"',
  });
});

it('keeps the title as it was beside the repaired one', () => {
  const one = document('a text', 0.5);
  const { source } = one;
  const line = recordLine('id', {
    ...one,
    source: { ...source, fields: { ...NO_FIELDS, title: 'A ‚title‘' } },
  });
  expect((JSON.parse(line) as { metadata: { extra: string } }).metadata.extra).toBe(
    '{"title":"A ‚title‘","n":1e400}',
  );
});

describe('what documents do not keep', () => {
  const one = document('a text', 0.5);
  const kept = (fields: Parameters<typeof keptKeys>[0], extra: 'all' | string[]) =>
    linesOf(
      'id-1',
      { ...one, source: { ...one.source, extra: '{"n":1e400,"author": "A. B.","m":2}' } },
      { metadata: keptKeys(fields), extra },
    );

  it('is nothing by default', () => {
    expect(kept('all', 'all').left).toBeUndefined();
  });

  it('stands in another line, with the id and place of the document; path and offset always stay', () => {
    const { data, left = '' } = kept(['title', 'lang'], 'all');
    expect(Object.keys((JSON.parse(data.join('')) as { metadata: object }).metadata)).toEqual([
      'title',
      'lang',
      'path',
      'offset',
    ]);
    expect(left).toMatch(/^\{"id":"id-1","path":"a\/b.txt","offset":0,"metadata":\{"url":"",/);
    expect(left).toContain('"lang_score":0.5,');
    expect(left).not.toContain('"title"');
  });

  it('of the other fields: those that are not named, and the line holds all of them', () => {
    const { data, left = '' } = kept('all', ['author', 'm']);
    expect((JSON.parse(data.join('')) as { metadata: { extra: string } }).metadata.extra).toBe(
      '{"author": "A. B.","m":2}',
    );
    expect(JSON.parse(left)).toMatchObject({
      metadata: { extra: '{"n":1e400,"author": "A. B.","m":2}' },
    });
    expect(kept('all', ['n', 'm', 'author']).left).toBeUndefined();
  });
});

it('has the same keys and types for every document', () => {
  const shape = (value: unknown): unknown =>
    Array.isArray(value)
      ? [shape(value[0])]
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
  const one = JSON.parse(recordLine('a', document('one two', 0.5))) as unknown;
  const other = JSON.parse(recordLine('b', { ...document('x y z w', 1), layers: [] })) as unknown;
  expect(shape(one)).toEqual(shape(other));
});
