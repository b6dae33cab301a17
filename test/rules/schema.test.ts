import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { limpia } from '../support/cli.js';
import { ROOT } from '../support/root.js';
import { ruleFile } from '../strip/helpers.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const checker = (path: string) => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(read(path)) as object);
  return (yaml: string): string[] => {
    validate(parse(yaml));
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
  };
};

describe('schema/rules.schema.json, as an editor uses it', () => {
  const check = checker('schema/rules.schema.json');
  const files = readdirSync(join(ROOT, 'rules'), { recursive: true, encoding: 'utf8' });

  it.each(files.filter(path => path.endsWith('.yml') && path !== 'pipeline.yml'))('finds no fault in %s', path => {
    expect(check(read(join('rules', path)))).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['a misspelt kind', ruleFile('lien: Share'), 'must NOT have additional properties'],
    ['no kind', ruleFile('level: full'), "must have required property 'line'"],
    ['two kinds', ruleFile('line: a\nkeep: b'), 'must match exactly one schema in oneOf'],
    ['a wrong type', ruleFile('line: 3'), 'must be string'],
    ['a pattern that says nothing', ruleFile('line: { maxWords: 3 }'), "must have required property 'regex'"],
    ['a misspelt position', ruleFile('line: a\nposition: top'), 'must be equal to one of the allowed values'],
    ['no reason', ruleFile('line: a').replace(/ +why.*\n/, ''), "must have required property 'why'"],
    ['no rules', 'lang: [en]', "must have required property 'rules'"],
  ])('finds %s', (_what, yaml, message) => {
    expect(check(yaml).join('\n')).toContain(message);
  }); // prettier-ignore

  it('says what each kind does, for completion', () => {
    const { properties } = JSON.parse(read('schema/rules.schema.json')) as {
      properties: {
        rules: { additionalProperties: { properties: Record<string, { description?: string }> } };
      };
    };
    const silent = Object.entries(properties.rules.additionalProperties.properties).filter(
      ([, { description = '' }]) => description.length < 10,
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('is what limpia rules schema prints', () => {
    expect(limpia(['rules', 'schema']).stdout).toBe(read('schema/rules.schema.json'));
    expect(limpia(['rules', 'schema', '--pipeline']).stdout).toBe(read('schema/pipeline.schema.json'));
  });
});

describe('schema/pipeline.schema.json', () => {
  const check = checker('schema/pipeline.schema.json');

  it.each([
    ['the settings that limpia brings', read('rules/pipeline.yml'), ''],
    ['sizes as people write them', 'shard: 64 MiB', ''],
    ['a misspelt key', 'leve: full', 'must NOT have additional properties'],
    ['a misspelt value', 'level: ful', 'must be equal to one of the allowed values'],
    ['a wrong size', 'shard: 64 megs', 'must match pattern'],
    ['a share over 1', 'limits: { share: 5 }', 'must be <= 1'],
  ])('%s', (_what, yaml, message) => {
    expect(check(yaml).join('\n')).toContain(message);
    if (message === '') expect(check(yaml)).toEqual([]);
  });
});
