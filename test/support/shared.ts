import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.js';

/**
 * A folder of the development sets that lie beside the project. Where there are none, tests that need them are
 * skipped on a developer's machine and fail in CI.
 */
export function shared(name: string): { path: string; missing: boolean } {
  const path = join(ROOT, '../shared', name);
  if (existsSync(path)) return { path, missing: false };
  if (process.env['CI'] === 'true')
    throw new Error(`${path} is missing, and CI must not skip the tests that need it`);
  return { path, missing: true };
}
