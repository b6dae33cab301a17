import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configSchema, DEFAULT_CONFIG } from '../../src/config/schema.js';
import { parseYaml } from '../../src/core/yaml.js';
import { ROOT } from '../support/root.js';

it('rules/pipeline.yml says what the defaults are', () => {
  const { value, diagnostics } = parseYaml(
    readFileSync(join(ROOT, 'rules/pipeline.yml'), 'utf8'),
    'pipeline.yml',
    configSchema,
  );
  expect(diagnostics).toEqual([]);
  expect(value).toEqual(DEFAULT_CONFIG);
});

it('an empty file is all defaults', () => {
  expect(parseYaml('', 'pipeline.yml', configSchema).value).toEqual(DEFAULT_CONFIG);
});

it.each([
  ['64 MiB', 64 << 20],
  ['1KiB', 1024],
  ['3 B', 3],
])('reads the size %s', (size, bytes) => {
  expect(parseYaml(`shard: ${size}`, 'pipeline.yml', configSchema).value?.shard).toBe(bytes);
});

it.each([
  ['level: medium', /safe.*full/],
  ['lvel: safe', /level/],
  ['limits: {share: 2}', /a number of at most 1, not 2/],
  ['limits: {seconds: 0}', /a number of more than 0, not 0/],
  ['repeat: {lines: 1}', /a number of at least 2, not 1/],
  ['level: full\n input: x', /indented further/],
  ['limits: {record: 64 MB}', /Did you mean "64 MiB"/],
  ['shard: 4096', /with its unit.*not 4096/],
  ['languages: [spa, esp]', /no language "esp".*"spa"/],
  ['added: yesterday', /2026-11-21/],
  ['input: {text: []}', /input|text|1/],
  ['input: {text: [[]]}', /a list of at least 1 item/],
  ['input: {fields: {titel: x}}', /title/],
  ['input: {json: {pick: .a}}', /data\.articles/],
  ['input: {charset: {a: koi9-r}}', /no charset "koi9-r".*koi8-r/],
  ['off: en/related/more-in', /list|array/i],
])('refuses %s with its place and the expected form', (yaml, message) => {
  const { value, diagnostics } = parseYaml(yaml, 'pipeline.yml', configSchema);
  expect(value).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'pipeline.yml', line: 1 });
  expect(`${diagnostics[0]?.message ?? ''} ${diagnostics[0]?.hint ?? ''}`).toMatch(message);
});
