import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * How limpia is called from a shell here, for hints that can be pasted: by its name where that is on the path, else as npx
 * finds it. The folders that npm puts before the path for its own scripts do not count: they are gone when it ends.
 */
export function commandName(path = process.env['PATH'] ?? ''): string {
  const file = process.platform === 'win32' ? 'limpia.cmd' : 'limpia';
  const folders = path.split(delimiter).filter(folder => folder !== '' && !/node_modules|_npx/.test(folder));
  return folders.some(folder => existsSync(join(folder, file))) ? 'limpia' : 'npx limpia';
}
