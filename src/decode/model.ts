import { LANGUAGES } from './model-data.js';
import { LOST } from './pages.js';

/** How often each character stands in a text, by UTF-16 unit. */
export type Histogram = ReadonlyMap<number, number>;

/** Nats that a character costs in each language that has it, one language after another. */
interface Model {
  readonly ids: ReadonlyMap<number, number>;
  /** Costs of character `id` in language `l` at `id * languages + l`. */
  readonly costs: Float32Array;
  readonly languages: number;
}

let loaded: Model | undefined;

/**
 * Nats it costs to write a text in the language that suits it best, counted by characters alone: over a kilobyte that
 * tells charsets apart as well as pairs of characters do, for a hundredth of the table.
 */
export function costOf(text: Histogram): number {
  const { ids, costs, languages } = (loaded ??= load());
  const sums = new Float64Array(languages);
  let unseen = 0;
  for (const [unit, n] of text) {
    const id = ids.get(unit);
    if (id === undefined) {
      unseen += n * unseenCost(unit);
      continue;
    }
    const from = id * languages;
    for (let l = 0; l < languages; l++) sums[l] = (sums[l] ?? 0) + n * (costs[from + l] ?? 0);
  }
  return unseen + sums.reduce((a, b) => Math.min(a, b), Infinity);
}

export function histogram(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

function load(): Model {
  const languages = LANGUAGES.length;
  const tables = LANGUAGES.map(costsByUnit);
  const units = [...new Set(tables.flatMap(table => [...table.keys()]))];
  const costs = new Float32Array(units.length * languages);
  for (const [id, unit] of units.entries())
    for (const [l, table] of tables.entries())
      costs[id * languages + l] = table.get(unit) ?? unseenCost(unit);
  return { ids: new Map(units.map((unit, id) => [unit, id])), costs, languages };
}

function costsByUnit(buckets: string): Map<number, number> {
  const costs = new Map<number, number>();
  for (const [cost, chars] of buckets.split('\t').entries())
    for (let i = 0; i < chars.length; i++) costs.set(chars.charCodeAt(i), cost / 2);
  return costs;
}

const TYPOGRAPHIC = /[\u00a0\u00ad«»‘’‚“”„–—…•·©®™°€£§×½¼¾²³¡¿]/;

/** What a language that never used a character pays for it: punctuation wanders between languages, letters seldom do. */
function unseenCost(unit: number): number {
  if (unit === 9 || unit === 10 || unit === 13) return 4;
  const char = String.fromCharCode(unit);
  if (unit < 32 || char === LOST) return 18;
  if (unit >= 0x7f && unit < 0xa0) return 14;
  if (unit < 0x80 || TYPOGRAPHIC.test(char)) return 10;
  if (unit >= 0xd800 && unit < 0xe000) return 7;
  return /[\p{L}\p{M}]/u.test(char) ? 12.5 : /[\p{Co}\p{Cn}]/u.test(char) ? 18 : 13.5;
}
