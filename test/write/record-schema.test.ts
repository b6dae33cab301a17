import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/clean-text.js';
import { recordLines, recordOf } from '../../src/write/record.js';
import { METADATA_KEYS } from '../../src/write/metadata-keys.js';
import { folder, limpia, lines } from '../support/cli.js';
import { ROOT } from '../support/root.js';
import { jsonLines } from '../support/corpus.js';

const schema = JSON.parse(readFileSync(join(ROOT, 'schema/record.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

interface Loose extends Record<string, unknown> {
  metadata: Record<string, unknown>;
}

describe('the JSON Schema of the record', () => {
  it('is met by what limpia writes of its sample and of a feed, key by key in its order', () => {
    const home = folder({
      'raw/feed.jsonl': jsonLines(200, 3),
      'raw/dates.jsonl':
        '{"id":"x","text":"A dated sentence.","added":"2024-02-29","created":"2024-02-29T01:02+01:00"}',
    });
    expect(limpia(['clean', 'raw', '--out', 'clean'], { cwd: home }).status).toBe(0);
    expect(limpia(['clean', join(ROOT, 'raw'), '--out', 'sample'], { cwd: home }).status).toBe(0);
    const records = [...lines<Loose>(join(home, 'clean')), ...lines<Loose>(join(home, 'sample'))];
    expect(records.length).toBeGreaterThan(100);
    for (const record of records) {
      validate(record);
      expect(validate.errors ?? []).toEqual([]);
      expect(Object.keys(record)).toEqual(['id', 'text', 'source', 'added', 'created', 'metadata']);
      expect(Object.keys(record.metadata)).toEqual(METADATA_KEYS);
    }
  });

  it.each<[string, (record: Loose) => unknown]>([
    ['a key that is missing', record => ({ ...record, metadata: { ...record.metadata, title: undefined } })],
    ['a key too many', record => ({ ...record, other: 1 })],
    ['null', record => ({ ...record, created: null })],
    ['a date in another form', record => ({ ...record, added: '29.2.2024' })],
    [
      'a fraction where an integer belongs',
      record => ({ ...record, metadata: { ...record.metadata, chars: 1.5 } }),
    ],
    ['no paragraph', record => ({ ...record, metadata: { ...record.metadata, paragraphs: [] } })],
    ['a language by name', record => ({ ...record, metadata: { ...record.metadata, lang: 'English' } })],
  ])('is not met by %s', (_, spoil) => {
    const { data } = recordLines(
      recordOf('a', cleanText('The ferry left the harbour before the fog had lifted.')),
    );
    const record = JSON.parse(data.join('')) as Loose;
    expect(validate(record)).toBe(true);
    expect(validate(JSON.parse(JSON.stringify(spoil(record))))).toBe(false);
  });
});
