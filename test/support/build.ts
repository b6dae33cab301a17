import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The end-to-end tests run the built program: it is built anew before them, which takes a second when nothing changed. */
export default function setup(): void {
  const root = join(import.meta.dirname, '../..');
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    { cwd: root, stdio: 'inherit' },
  );
}
