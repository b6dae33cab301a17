import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents.js';

/** `npm run docs`: writes what is generated from the source into the files that show it. */
const root = join(import.meta.dirname, '../..');
for (const { path, update } of await documents()) {
  const file = join(root, path);
  writeFileSync(file, update(readFileSync(file, 'utf8')));
}
