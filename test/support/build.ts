import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * The end-to-end tests run the built program: it is built anew before them, which takes a second when nothing
 * changed. A build that fails does not keep the unit tests from running; `npm test` has built before, and stops there.
 */
export default function setup(): void {
  const root = join(import.meta.dirname, '../..');
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    { cwd: root },
  );
  if (status !== 0)
    process.stderr.write(
      'The build failed: end-to-end tests run against the last good one (npm run build tells why).\n',
    );
}
