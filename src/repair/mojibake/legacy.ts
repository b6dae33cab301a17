import { codeUnits } from '../../core/code-units.js';
import type { Level } from '../../core/document.js';
import type { Candidate } from './candidate.js';
import { finalists, type Pair } from './legacy-finalists.js';
import { misread, STRONG } from './legacy-misread.js';
import { mayBeLegacy } from './legacy-peaks.js';
import { type Word, wordsOf } from './legacy-words.js';
import { loadLetters } from './letters.js';
import { isStrange } from './look.js';

/** Lines of a document that are looked at closely to no avail before only pairs that are known are tried. */
const MAX_VAIN = 100;

/** What a document has shown of how it was misread. */
export interface Shown {
  /** Pairs of pages, by the name of what they do. */
  readonly pairs: Map<string, Pair>;
  /** Pairs that promised something on a line, by the line. */
  readonly tried: Map<string, readonly Pair[]>;
  /** What only looked misread when `legacy` was called last. */
  doubtful: Candidate[];
}

/**
 * Words written in one page of a single language and read as another: Ïðèâåò is Привет. By line, from left to right;
 * lines that are settled are left out.
 */
export function legacy(
  text: string,
  shown: Shown,
  level: Level,
  lines: Iterable<readonly [start: number, end: number]>,
  settled: (start: number, end: number) => boolean = () => false,
): Candidate[] {
  const letters = loadLetters();
  const { pairs, tried } = shown;
  shown.doubtful = [];
  const found: Candidate[] = [];
  let vain = 0;
  for (const [start, end] of lines) {
    if (settled(start, end)) continue;
    const line = text.slice(start, end);
    const isClose = vain < MAX_VAIN;
    if (pairs.size === 0 && !(isClose && mayBeLegacy(codeUnits(line), 0, line.length, letters))) {
      vain++;
      continue;
    }
    const words = wordsOf(line, letters);
    let best = pairs.size > 0 ? bestOf(line, words, [...pairs.values()], pairs) : undefined;
    if (isClose && !(best && isStrong(best) && !isStrangeWith(line, best))) {
      const others = tried.get(line) ?? finalists(line, words, letters);
      if (others.length > 0) {
        tried.set(line, others);
        best = bestOf(line, words, others, pairs, best);
      }
    }
    if (best && (best.doubt === 0 || level === 'full')) {
      if (isStrong(best)) pairs.set(best.chain, best.pair);
      found.push(moved(best, start));
      continue;
    }
    vain++;
    if (best) shown.doubtful.push(moved(best, start));
  }
  return found;
}

type Misread = Candidate & { readonly pair: Pair };

function bestOf(
  line: string,
  words: readonly Word[],
  tried: readonly Pair[],
  known: ReadonlyMap<string, Pair>,
  first?: Misread,
): Misread | undefined {
  let best = first;
  for (const pair of tried) {
    const candidate = misread(line, words, pair, loadLetters(), isKnown(known, pair));
    if (candidate && (!best || candidate.gain - candidate.rarity > best.gain - best.rarity))
      best = { ...candidate, pair };
  }
  return best;
}

function isStrong({ gain, rarity }: Candidate): boolean {
  return gain - rarity >= STRONG;
}

/** Whether a line would still look like no language. */
function isStrangeWith(line: string, { start, end, insert }: Candidate): boolean {
  return isStrange(codeUnits(line.slice(0, start) + insert + line.slice(end)));
}

function isKnown(known: ReadonlyMap<string, Pair>, { read, written }: Pair): boolean {
  return [...known.values()].some(pair => pair.read === read && pair.written === written);
}

/** Nats the words of a text cost that are not those of a language for all we know. */
export function costOf(text: string): number {
  return wordsOf(text, loadLetters()).reduce(
    (sum, { plain, ascii, cost }) => sum + (plain || ascii ? 0 : cost),
    0,
  );
}

/** A candidate so many units further on. */
function moved(candidate: Candidate, by: number): Candidate {
  if (by === 0) return candidate;
  const { start, end, words } = candidate;
  const there = { ...candidate, start: start + by, end: end + by };
  if (!words) return there;
  return { ...there, words: words.map(word => ({ ...word, start: word.start + by, end: word.end + by })) };
}
