import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { LANGUAGES } from '../core/languages.js';
import { englishName, wantedLanguages } from '../core/wanted-languages.js';
import { identifyLanguage } from '../tag/tag.js';

/**
 * Writes the language of each line of `input` to `output`; resolves when all is written, or quietly when the reader
 * of `output` has gone (EPIPE).
 * @throws LimpiaError when `languages` is no list of codes, and what `input` or `output` throw, but EPIPE.
 */
export async function langStream(
  input: Readable,
  output: Writable,
  options: { readonly languages: string | undefined; readonly json: boolean },
): Promise<void> {
  const languages = options.languages === undefined ? undefined : codesOf(options.languages);
  let broken: NodeJS.ErrnoException | undefined;
  output.on('error', (error: NodeJS.ErrnoException) => {
    broken = error;
  });
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const { lang, score, script, by, alternatives } = identifyLanguage(line, { languages });
    const answer = options.json
      ? JSON.stringify({ lang, score, script, by, alternatives })
      : `${lang}\t${score.toFixed(2)}\t${script}`;
    if (isBroken()) break;
    if (!output.write(`${answer}\n`)) await Promise.race([once(output, 'drain'), once(output, 'close')]);
  }
  if (broken && broken.code !== 'EPIPE') throw broken;

  function isBroken(): boolean {
    return broken !== undefined || output.destroyed;
  }
}

function codesOf(list: string): readonly string[] {
  return wantedLanguages(
    list.split(',').map(code => code.trim()),
    '--languages',
  );
}

/** Every code that limpia answers with besides `und`, with the language's name in English. */
export function languageList(): string {
  return LANGUAGES.map(code => `${code}\t${englishName(code)}\n`).join('');
}
