import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents } from './documents.js';

/** `npm run docs`: writes what is generated from the source into the files that show it. */
const root = join(import.meta.dirname, '../..');
for (const { path, update } of await documents()) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, update(existsSync(file) ? readFileSync(file, 'utf8') : ''));
}
