import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** limpia's version, as package.json tells it. */
export const VERSION: string = (createRequire(import.meta.url)('../package.json') as { version: string })
  .version;

/** Where the build notes a hash of the program and its tables. */
export const BUILD_FILE = fileURLToPath(new URL('./build-id', import.meta.url));

/**
 * The version and, of a program that was built, a hash of it: what another program made counts as not done. Two builds
 * of one version are two programs.
 */
export function program(): string {
  const build = existsSync(BUILD_FILE) ? readFileSync(BUILD_FILE, 'utf8').trim() : '';
  return `${VERSION}+${build}`;
}
