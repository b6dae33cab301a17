import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ELD_CODES } from './languages.js';

interface Eld {
  readonly detect: (text: string) => { readonly getScores: () => Record<string, number> };
}

let eld: Eld | undefined;

/**
 * The smallest of eld's four tables: 58 MB of memory against 153 (small) and 392 (large), for 3 points less on
 * 2 to 5 words and none on sentences. Loaded on first use (0.3 s), which only a synchronous `require` allows.
 */
function load(): Eld {
  const path = fileURLToPath(import.meta.resolve('eld/extrasmall'));
  return (createRequire(import.meta.url)(path) as { eld: Eld }).eld;
}

/** eld's scores by ISO 639-3 code, 0 to 1, without those it has nothing for. It reads the first 350 bytes. */
export function eldScores(text: string): Map<string, number> {
  eld ??= load();
  const scores = new Map<string, number>();
  for (const [code, score] of Object.entries(eld.detect(text).getScores())) {
    const lang = ELD_CODES[code];
    if (lang !== undefined) scores.set(lang, score);
  }
  return scores;
}
