import type { Candidate } from './candidate.js';
import type { Pair } from './legacy-finalists.js';
import { mayBeText } from './legacy-doubts.js';
import { isNatural, isWordy, LETTERS } from './legacy-natural.js';
import { decode, encode, LEGACY, unitsOf } from './legacy-pages.js';
import { AT_MOST, gainOf, LATIN, MAX_WORD, scriptIn, scriptOf, type Word } from './legacy-words.js';
import type { LetterModel } from './letters.js';
import { bytesOf, PAGES } from './pages.js';
import { HOT } from './usual.js';

/** Nats gained from which words are taken for misread: by themselves, and where the document was misread that way. */
export const STRONG = 9;
const WEAK = 4;
/** Nats from which words that are not repaired are reported. */
const DOUBTFUL = 6;
/** Units of a word that says little by itself. */
const SHORT = 3;

/** The stretch of words that gains most when a pair of pages is undone. */
export function misread(
  line: string,
  words: readonly Word[],
  pair: Pair,
  letters: LetterModel,
  known: boolean,
): Candidate | undefined {
  const reader = LEGACY[pair.read];
  const writer = LEGACY[pair.written];
  if (!reader || !writer) return undefined;
  const bytes = bytesOf(reader);
  const units = unitsOf(writer);
  let best: { gain: number; from: number; to: number } | undefined = undefined as
    { gain: number; from: number; to: number } | undefined;
  let gain = 0;
  let from = 0;
  const decoded = words.map(({ start, end, ascii }) => {
    const word = line.slice(start, end);
    const one = ascii || word.length > MAX_WORD ? undefined : encode(word, bytes);
    return ascii ? word : one && decode(one, writer, units);
  });
  const gains: number[] = [];
  words.forEach(({ start, end, ascii, plain }, i) => {
    const word = decoded[i];
    const more = ascii
      ? 0
      : word === undefined
        ? -Infinity
        : gainOf(line.slice(start, end), word, letters) + (known ? kinship(line, words, i, word) : 0);
    gains.push(more);
    if (gain <= 0) {
      gain = 0;
      from = i;
    }
    gain += plain && !(known && word !== undefined && !LATIN.test(word)) ? Math.min(0, more) : more;
    if (gain > (best?.gain ?? 0)) best = { gain, from, to: i };
  });
  if (!best) return undefined;
  while (goesAlong(words[best.from - 1], gains[best.from - 1])) best.from--;
  while (goesAlong(words[best.to + 1], gains[best.to + 1])) best.to++;
  if (isAllMisread(words, gains)) {
    best.from = words.findIndex(({ ascii }) => !ascii);
    best.to = words.findLastIndex(({ ascii }) => !ascii);
  }
  const start = words[best.from]?.start ?? 0;
  const end = words[best.to]?.end ?? 0;
  let insert = '';
  let at = start;
  const parts: { start: number; end: number; insert: string }[] = [];
  for (let i = best.from; i <= best.to; i++) {
    const word = words[i];
    if (!word) continue;
    const what = decoded[i] ?? '';
    insert += line.slice(at, word.start) + what;
    at = word.end;
    if (!word.ascii) parts.push({ start: word.start, end: word.end, insert: what });
  }
  if (!isNatural(insert, letters) || !(known || LETTERS.test(insert))) return undefined;
  const most = Math.min(
    contrast(line, words, gains, best.from, -1),
    contrast(line, words, gains, best.to, 1),
  );
  const rarity = reader.rarity + writer.rarity;
  if (best.gain < (known ? WEAK : DOUBTFUL + rarity)) return undefined;
  if (best.gain < -most) return undefined;
  const stretch = line.slice(start, end);
  if (!known && (!isWordy(stretch, insert, writer.double) || mayBeText(stretch, insert))) return undefined;
  if (!known && outside(words, gains, best.from, best.to)) return undefined;
  const chain = `${writer.name}-as-${reader.name}`;
  return {
    start,
    end,
    insert,
    words: parts,
    page: PAGES.length + 1,
    same: 0,
    layers: 1,
    chain,
    gain: best.gain,
    rarity,
    doubt: known || best.gain - rarity >= STRONG ? 0 : STRONG,
  };
}

/** What the nearest words to one side would lose if they were undone as well, as far as they are of the same script. */
function contrast(
  line: string,
  words: readonly Word[],
  gains: readonly number[],
  from: number,
  step: -1 | 1,
): number {
  const own = scriptOf(line, words[from]);
  let seen = 0;
  for (let i = from + step; seen < NEIGHBOURS && i >= 0 && i < words.length; i += step) {
    if (words[i]?.ascii !== false) continue;
    seen++;
    const gain = gains[i] ?? 0;
    if (gain < -AT_MOST && own !== '' && scriptOf(line, words[i]) === own) return -CONTRASTING;
  }
  return 0;
}

/** Nats that a short word gains where it takes on the script of the words beside it, which it lacks. */
const KINSHIP = 5;

function kinship(line: string, words: readonly Word[], i: number, decoded: string): number {
  const word = words[i];
  if (!word || word.ascii || word.end - word.start > SHORT) return 0;
  const after = scriptIn(decoded);
  if (after === '' || after === scriptOf(line, word)) return 0;
  const before = words[i - 1];
  const next = words[i + 1];
  return (scriptOf(line, before) === after || before === undefined) &&
    (scriptOf(line, next) === after || next === undefined)
    ? KINSHIP
    : 0;
}

/** Words above ASCII to each side that are looked at, and nats to be gained where they are fine as they are. */
const NEIGHBOURS = 2;
const CONTRASTING = 30;

/** Whether a word beside misread ones is one of them: one letter says little by itself. */
function goesAlong(word: Word | undefined, gain = -Infinity): boolean {
  return word !== undefined && gain > (word.end - word.start < SHORT ? -AT_MOST : 0);
}

/** Words that gain at least where a whole line was misread. */
const GAINING = 2;

/**
 * Whether most words above ASCII of a line gain and the others lose little: a whole line was misread, though the right reading
 * of some words costs more than the wrong one.
 */
function isAllMisread(words: readonly Word[], gains: readonly number[]): boolean {
  const above = gains.filter((_, i) => words[i]?.ascii === false);
  const gaining = above.filter(gain => gain > 0).length;
  return gaining >= Math.max(GAINING, above.length - gaining) && above.every(gain => gain > -AT_MOST);
}

/** Whether some word beside a stretch is strange in another way than those in it: then the line is no text at all. */
function outside(words: readonly Word[], gains: readonly number[], from: number, to: number): boolean {
  return words.some(
    ({ peak: most, plain }, i) => (i < from || i > to) && !plain && most > HOT && (gains[i] ?? 0) <= 0,
  );
}
