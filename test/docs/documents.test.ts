import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/core/yaml.js';
import { configSchema, DEFAULT_CONFIG } from '../../src/config/schema.js';
import { ROOT } from '../support/root.js';
import { documents } from './documents.js';

describe('what is generated is up to date (npm run docs)', async () => {
  it.each(await documents())('$path', ({ path, update }) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    expect(squeeze(update(text))).toBe(squeeze(text));
  });

  it('the commented pipeline.yml says what is so without it', () => {
    const text = readFileSync(join(ROOT, 'rules/pipeline.yml'), 'utf8');
    expect(parseYaml(text, 'pipeline.yml', configSchema).value).toEqual(DEFAULT_CONFIG);
  });
});

/** Tables are padded by the formatter. */
function squeeze(text: string): string {
  return text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}
