import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';

/** A file as it stands in the last commit; undefined where there is no git, no commit, or no such file in it. */
export function committedText(file: string): string | undefined {
  try {
    return execFileSync('git', ['show', `HEAD:./${basename(file)}`], {
      cwd: dirname(file),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 24,
    });
  } catch {
    return undefined;
  }
}
