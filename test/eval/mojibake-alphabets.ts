import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Derives src/repair/mojibake/alphabet-data.ts from the exemplar characters of Unicode's CLDR:
 *
 *     npm pack cldr-misc-full@48.2.0 && tar xzf cldr-misc-full-48.2.0.tgz
 *     node .build/eval/mojibake-alphabets.js package/main > src/repair/mojibake/alphabet-data.ts
 */
const LETTER_ABOVE_ASCII = /(?![\0-\x7f])[\p{Script=Latin}\u02bb\u02bc]/u;

function alphabetOf(folder: string, locale: string): string {
  const json = JSON.parse(readFileSync(join(folder, locale, 'characters.json'), 'utf8')) as {
    readonly main: Readonly<
      Record<string, { readonly characters: { readonly exemplarCharacters?: string } }>
    >;
  };
  const letters = (json.main[locale]?.characters.exemplarCharacters ?? '').normalize('NFC').toLowerCase();
  if (!/[a-z]/.test(letters)) return '';
  return [...new Set(letters)]
    .filter(letter => letter.length === 1 && LETTER_ABOVE_ASCII.test(letter))
    .sort()
    .join('');
}

const [folder = 'package/main'] = process.argv.slice(2);
const alphabets = new Set(readdirSync(folder).map(locale => alphabetOf(folder, locale)));
alphabets.delete('');

process.stdout
  .write(`// Made by test/eval/mojibake-alphabets.ts from the exemplar characters of CLDR 48.2. Don't edit.

/** Letters above ASCII of languages written in Latin letters, each language's in one word. */
export const EXEMPLARS =
  '${[...alphabets].sort().join(' ')}';
`);
