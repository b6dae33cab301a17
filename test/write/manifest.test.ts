import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noCounts } from '../../src/core/counts.js';
import { compactJson } from '../../src/restore/compact-json.js';
import { type ManifestInput, manifestSummary, manifestText } from '../../src/write/manifest.js';
import { nodeDisk } from '../../src/write/node-disk.js';

const path = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a": b', 'a\\": ', 'line\nend', ' '));
const input = fc.record<ManifestInput>({
  path,
  from: fc.nat(),
  to: fc.nat(),
  sha256: fc.string(),
});
const summary = (paths: readonly string[]) =>
  manifestSummary(
    { config: 'c', rules: 'r' },
    [{ parts: paths.map(one => ({ path: one, output: 'data', records: 1, bytes: 2, sha256: 's' })) }],
    noCounts(),
  );

it('is written in pieces as it would be at once, and printed without its spaces', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'limpia-test-')), 'manifest.json');
  fc.assert(
    fc.property(fc.array(input, { maxLength: 5 }), fc.array(path, { maxLength: 3 }), (inputs, parts) => {
      const { parts: listed, totals, ...head } = summary(parts);
      const whole = { ...head, inputs, parts: listed, totals };
      const text = [...manifestText(summary(parts), inputs)].join('');
      expect(text).toBe(`${JSON.stringify(whole, undefined, 1)}\n`);
      writeFileSync(file, text);
      expect([...compactJson(nodeDisk, file)].join('')).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});
