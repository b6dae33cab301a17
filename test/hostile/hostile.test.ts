import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../src/core/reasons.js';
import { folder, limpia, lines } from '../support/cli.js';
import { HOSTILE } from './cases.js';

interface Rejected {
  readonly reason: string;
  readonly error: string;
}

const GOOD = 'The lamp burns all night in the window of the mill.';

describe('nothing crashes, hangs or goes unreported', () => {
  it.each(HOSTILE.map(one => [one.name, one] as const))(
    '%s',
    (_, { files, make, settings, rejected, kept }) => {
      const root = folder({
        'raw/good.txt': GOOD,
        ...(settings === undefined ? {} : { 'rules/pipeline.yml': settings }),
        ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`raw/${name}`, content])),
      });
      make?.(join(root, 'raw'));
      const { status, stderr } = limpia(['clean', '--workers', '1'], { cwd: root });
      expect(stderr).not.toMatch(/internal-error|\n {4}at /);
      expect(status).toBe(0);
      const out = join(root, 'clean');
      const found = lines<Rejected>(out, 'audit/rejected');
      expect(found.map(({ reason }) => reason).sort()).toEqual([...rejected].sort());
      for (const { error } of found) expect(error).not.toBe('');
      const texts = lines(out).map(({ text }) => text);
      expect(texts).toContain(GOOD);
      expect(texts).toHaveLength(kept + 1);
      const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
        totals: { records: number };
      };
      expect(manifest.totals.records).toBe(kept + 1 + rejected.length);
    },
  );
});

it('every reason is met by some input', () => {
  // Those of the machine and of bugs have tests of their own in test/e2e.
  const elsewhere = ['timeout', 'crash', 'internal-error'];
  const met = new Set(HOSTILE.flatMap(({ rejected }) => rejected));
  expect([...met, ...elsewhere].sort()).toEqual(Object.keys(REASONS).sort());
});
