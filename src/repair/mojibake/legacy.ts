import type { Candidate } from './candidates.js';
import { decode, encode, isInAnyPage, LEGACY, type Units, unitsOf } from './legacy-pages.js';
import { areOfOneLanguage } from './alphabets.js';
import { costAfter, countSigns, type LetterModel, loadLetters, signOf, wordCost } from './letters.js';
import { bytesOf, type Page, PAGES } from './pages.js';
import { unitsOf as codesOf } from './units.js';

/** A page that text was written in, and the page that it was read as, by their places in LEGACY. */
export interface Pair {
  readonly written: number;
  readonly read: number;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  readonly ascii: boolean;
  /** How strange its strangest place is, in nats above what is usual. */
  readonly peak: number;
  /** Of letters that stand together in some language with the others of the line, and no sign within. */
  readonly plain: boolean;
}

/** Nats above what letters, and other characters, cost in any language, from which a line is looked at closely. */
const USUAL_LETTER = 4.5;
const USUAL_NOT_LATIN = 5.5;
const USUAL_SIGN = 9.5;
const LATIN_SCRIPT = 1;
const HOT = 4;
const LUKEWARM = 1.5;
/** UTF-16 units around the strangest place of a line that the pages are chosen by. */
const SAMPLE = 120;
/** Pairs of pages that are tried on the whole line. */
const FINALISTS = 4;
/** Nats gained from which words are taken for misread: by themselves, and where the document was misread that way. */
const STRONG = 9;
const WEAK = 4;
/** Nats a letter, and any other character, of the result costs at most on average: what is read rightly is a language. */
const NATURAL_LETTER = 4.8;
const NATURAL_SIGN = 10;
/** A word of up to this many units beside misread ones goes with them unless that costs more than this many nats. */
const SHORT = 2;
const AT_MOST = 6;
/** Lines of a document that are looked at closely to no avail before only pairs that are known are tried. */
const MAX_VAIN = 100;

/** UTF-16 units of a stretch without spaces from which it is no line of text. */
const MAX_WORD = 4000;

const ASCII = /^[\0-\x7f]*$/;

/** Words written in one page of a single language and read as another: Ïðèâåò is Привет. By line, from left to right; lines that are settled are left out. */
export function legacy(
  text: string,
  known: Map<string, Pair>,
  settled: (start: number, end: number) => boolean = () => false,
): Candidate[] {
  const letters = loadLetters();
  const found: Candidate[] = [];
  let vain = 0;
  const lines = known.size > 0 ? linesOf(text) : strangeLines(codesOf(text).slice(), letters);
  for (const [start, end] of lines) {
    if (settled(start, end)) continue;
    const line = text.slice(start, end);
    if (ASCII.test(line)) continue;
    const words = wordsOf(line, letters);
    const pairs = new Set(known.values());
    if (vain < MAX_VAIN) for (const pair of finalists(line, words, letters)) pairs.add(pair);
    let best: Candidate | undefined;
    let by: Pair | undefined;
    for (const pair of pairs) {
      const candidate = misread(line, words, pair, letters, isKnown(known, pair));
      if (candidate && (!best || candidate.gain - candidate.rarity > best.gain - best.rarity)) {
        best = candidate;
        by = pair;
      }
    }
    if (!best || !by) {
      vain++;
      continue;
    }
    if (best.gain - best.rarity >= STRONG) known.set(best.chain, by);
    found.push({ ...best, start: best.start + start, end: best.end + start });
  }
  return found;
}

function isKnown(known: ReadonlyMap<string, Pair>, { read, written }: Pair): boolean {
  return [...known.values()].some(pair => pair.read === read && pair.written === written);
}

function* linesOf(text: string): Generator<readonly [number, number]> {
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    yield [start, end];
    start = end + 1;
  }
}

/** Whether a line of a text looks like no language. */
export function isStrange(units: Uint16Array): boolean {
  return strangeLines(units, loadLetters()).next().done !== true;
}

/** Nats the words of a text cost. */
export function costOf(text: string): number {
  const letters = loadLetters();
  return text.split(/\s+/).reduce((sum, word) => sum + (ASCII.test(word) ? 0 : wordCost(letters, word)), 0);
}

/** Lines that hold a place which is dear in any language: `[start, end)` of each. */
function* strangeLines(
  units: Uint16Array,
  letters: LetterModel,
): Generator<readonly [number, number]> {
  for (let start = 0; ;) {
    const at = strangeAt(units, start, letters);
    if (at < 0) return;
    const from = at === 0 ? 0 : units.lastIndexOf(LF, at - 1) + 1;
    const end = units.indexOf(LF, at);
    const to = end < 0 ? units.length : end;
    if (!isPlain(units, from, to, letters)) yield [from, to];
    start = to + 1;
  }
}

const LF = 10;

/** The first strange place from the start of a line; -1 for none. */
function strangeAt(units: Uint16Array, start: number, letters: LetterModel): number {
  const { length } = units;
  let sum = 0;
  let i = start;
  for (;;) {
    if (sum === 0) while (i < length && (units[i] ?? 0) < 0x80) i++;
    else for (; i < length && (units[i] ?? 0) < 0x80; i++) if (units[i] === LF) sum = 0;
    if (i >= length) return -1;
    let last = i > start ? (units[i - 1] ?? 0) : 32;
    let before = i > start + 1 ? (units[i - 2] ?? 0) : 32;
    for (; i < length && (last >= 0x80 || (units[i] ?? 0) >= 0x80); i++) {
      const now = units[i] ?? 0;
      sum += excess(letters, before, last, now === LF ? 32 : now);
      if (sum >= HOT) return i;
      if (sum < 0 || now === LF) sum = 0;
      before = last;
      last = now;
    }
  }
}

/** Whether a line holds nothing above ASCII but letters of one language that is written in Latin letters, and signs. */
function isPlain(units: Uint16Array, start: number, end: number, { scripts, upper }: LetterModel): boolean {
  const used = new Set<number>();
  let last = 32;
  for (let i = start; i < end; i++) {
    const now = units[i] ?? 0;
    if (now >= 0x80) {
      if (scripts[now] === LATIN_SCRIPT) {
        if (upper[now] === 1 && scripts[last] === LATIN_SCRIPT && upper[last] === 0) return false;
        used.add(now);
      } else if (signOf(now) !== WITHIN) {
        if (signOf(now) === 0 || (scripts[last] !== 0 && scripts[units[i + 1] ?? 0] !== 0)) return false;
      }
    }
    last = now;
  }
  return areOfOneLanguage(used);
}
const WITHIN = 2;

/** Pairs of units that were met lately, and what they cost beyond what is usual: looking up beats reckoning. */
const PLACES = 1 << 14;
const pairs = new Uint32Array(PLACES);
const costs = new Float32Array(PLACES);

/** What a unit costs after another beyond what is usual. What stands before the two matters only after capitals and signs. */
function excess(letters: LetterModel, before: number, last: number, now: number): number {
  if (
    letters.upper[last] === 1 ||
    (letters.scripts[last] === 0 && last >= 0x80 && letters.scripts[before] !== 0)
  )
    return costAfter(letters, before, last, now) - usualCost(now, letters);
  const pair = ((last << 16) | now) >>> 0;
  const place = ((last * 131) ^ (now * 7)) & (PLACES - 1);
  if (pairs[place] !== pair) {
    pairs[place] = pair;
    costs[place] = costAfter(letters, before, last, now) - usualCost(now, letters);
  }
  return costs[place] ?? 0;
}

function wordsOf(line: string, letters: LetterModel): Word[] {
  const matches = [...line.matchAll(/[^ \t\r]+/g)];
  const latin = matches.map(
    ({ 0: word }) => word.length <= MAX_WORD && LATIN.test(word) && !CAMEL.test(word),
  );
  const used = new Set<number>();
  matches.forEach(({ 0: word }, i) => {
    if (latin[i]) for (const letter of word.match(LETTER_ABOVE_ASCII) ?? []) used.add(letter.charCodeAt(0));
  });
  const one = areOfOneLanguage(used);
  return matches.map(({ 0: word, index }, i) => {
    const seen = asSeen(word);
    const ascii = ASCII.test(word);
    const plain = (one && latin[i] === true) || word.length > MAX_WORD || NO_LETTER.test(word);
    const most = ascii || plain ? 0 : peak(seen, letters);
    return {
      start: index,
      end: index + word.length,
      ascii,
      plain,
      peak: most,
      cost: ascii ? 0 : wordCost(letters, seen),
    };
  });
}

function usualCost(unit: number, { scripts }: LetterModel): number {
  const script = isAsciiLetter(unit) ? LATIN_SCRIPT : (scripts[unit] ?? 0);
  return script === 0 ? USUAL_SIGN : script === LATIN_SCRIPT ? USUAL_LETTER : USUAL_NOT_LATIN;
}

function isAsciiLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** UTF-16 units of a word that say enough of a page to set it aside. */
const ENOUGH = 24;

/** Whether bytes may cost less in a page than `most` nats: stops where they are dearer, or where the page lacks them. */
function isCheaper(
  bytes: Uint8Array,
  { double }: Page,
  units: Units,
  most: number,
  letters: LetterModel,
): boolean {
  let sum = 0;
  let before = 32;
  let last = 32;
  for (let i = 0, length = 0; i < bytes.length && length < ENOUGH; i++, length++) {
    const byte = bytes[i] ?? 0;
    let now = byte < 0x80 ? byte : (units[byte] ?? 0);
    if (now === 0 && double && i + 1 < bytes.length) now = units[(byte << 8) | (bytes[++i] ?? 0)] ?? 0;
    if (now === 0 || (now >= 0x80 && now < 0xa0)) return false;
    sum += costAfter(letters, before, last, now);
    if (sum > most) return false;
    before = last;
    last = now;
  }
  return true;
}

/** How far a word's strangest place is above what is usual, in nats. */
function peak(word: string, letters: LetterModel): number {
  let sum = 0;
  let most = 0;
  let last = 32;
  let before = 32;
  for (let i = 0; i <= word.length; i++) {
    const now = i < word.length ? word.charCodeAt(i) : 32;
    if (now >= 0x80 || last >= 0x80) {
      const usual = usualCost(now, letters);
      sum = Math.max(0, sum + costAfter(letters, before, last, now) - usual);
      most = Math.max(most, sum);
    }
    before = last;
    last = now;
  }
  return most;
}

/** The pairs of pages that gain most on a sample of the line's words. */
function finalists(line: string, words: readonly Word[], letters: LetterModel): Pair[] {
  const strange = words.filter(
    ({ start, end, ascii, plain, peak: most }) =>
      !ascii && !plain && most > LUKEWARM && isInAnyPage(line.slice(start, end)),
  );
  const sample: Word[] = [];
  let length = 0;
  for (const word of strange.sort((a, b) => b.peak - a.peak)) {
    if (length >= SAMPLE) break;
    sample.push(word);
    length += word.end - word.start;
  }
  if (strange.reduce((sum, { peak: most }) => sum + most, 0) < HOT) return [];
  const seen = new Set<string>();
  const scored: { pair: Pair; gain: number }[] = [];
  LEGACY.forEach((reader, read) => {
    const bytes = sample.map(({ start, end }) =>
      encode(line.slice(start, Math.min(end, start + SAMPLE)), bytesOf(reader)),
    );
    if (bytes.every(one => one === undefined)) return;
    const key = bytes.map(one => (one ? String.fromCharCode(...one) : '')).join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    LEGACY.forEach((writer, written) => {
      if (written === read) return;
      const units = unitsOf(writer);
      const [first] = bytes;
      // The strangest word has to be one of those that gain.
      if (!first || !isCheaper(first, writer, units, strange[0]?.cost ?? 0, letters)) return;
      let gain = 0;
      bytes.forEach((one, i) => {
        const word = sample[i];
        if (i > 0 && gain === 0) return;
        const decoded = one && word && decode(one, writer, units);
        if (decoded === undefined || !word) return;
        gain += Math.max(
          0,
          gainOf(line.slice(word.start, Math.min(word.end, word.start + SAMPLE)), decoded, letters),
        );
      });
      gain -= reader.rarity + writer.rarity;
      if (gain >= STRONG / 2) scored.push({ pair: { written, read }, gain });
    });
  });
  scored.sort((a, b) => b.gain - a.gain);
  return scored.slice(0, FINALISTS).map(({ pair }) => pair);
}

/** The stretch of words that gains most when a pair of pages is undone. */
function misread(
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
  const start = words[best.from]?.start ?? 0;
  const end = words[best.to]?.end ?? 0;
  let insert = '';
  let at = start;
  for (let i = best.from; i <= best.to; i++) {
    const word = words[i];
    if (!word) continue;
    insert += line.slice(at, word.start) + (decoded[i] ?? '');
    at = word.end;
  }
  if (!isNatural(insert, letters) || !(known || LETTERS.test(insert))) return undefined;
  const most = Math.min(
    contrast(line, words, gains, best.from, -1),
    contrast(line, words, gains, best.to, 1),
  );
  if (best.gain < (known ? WEAK : STRONG + reader.rarity + writer.rarity)) return undefined;
  if (best.gain < -most) return undefined;
  if (!known && !isWordy(line.slice(start, end), insert, writer.double)) return undefined;
  if (!known && outside(words, gains, best.from, best.to)) return undefined;
  const chain = `${writer.name}-as-${reader.name}`;
  return {
    start,
    end,
    insert,
    page: PAGES.length + 1,
    same: 0,
    layers: 1,
    chain,
    gain: best.gain,
    rarity: reader.rarity + writer.rarity,
    doubt: 0,
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
  if (!word || word.ascii || word.end - word.start > SHORT + 1) return 0;
  const after = scriptIn(decoded);
  if (after === '' || after === scriptOf(line, word)) return 0;
  const before = words[i - 1];
  const next = words[i + 1];
  return (scriptOf(line, before) === after || before === undefined) &&
    (scriptOf(line, next) === after || next === undefined)
    ? KINSHIP
    : 0;
}

function scriptOf(line: string, word: Word | undefined): string {
  return word ? scriptIn(line.slice(word.start, word.end)) : '';
}

function scriptIn(text: string): string {
  const letter = LETTER_ABOVE_ASCII_ONE.exec(text)?.[0];
  return letter === undefined ? '' : (SCRIPTS.find(script => script.test(letter))?.source ?? '');
}

/** Words above ASCII to each side that are looked at, and nats to be gained where they are fine as they are. */
const NEIGHBOURS = 2;
const CONTRASTING = 30;
const LETTER_ABOVE_ASCII_ONE = /(?![\0-\x7f])\p{L}/u;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
];

/** Whether a word beside misread ones is one of them: one letter says little by itself. */
function goesAlong(word: Word | undefined, gain = -Infinity): boolean {
  return word !== undefined && gain > (word.end - word.start <= SHORT ? -AT_MOST : 0);
}

/** Two letters of one word above ASCII, or one among ASCII letters. */
const LETTERS = /[A-Za-z][^\0-\x7f]|[^\0-\x7f][A-Za-z]|(?![\0-\x7f])\p{L}\p{M}*(?![\0-\x7f])\p{L}/u;
const LETTER_ABOVE_ASCII = /(?![\0-\x7f])\p{L}/gu;
/** No word at all, or a unit of measure or a mark. */
const NO_LETTER = /^\P{L}*µ?[A-Za-z0-9.,/]*[²³°ºª®™©]?\P{L}*$/u;
/** Letters in a row of another script than Latin, from which they say something. */
const RUN = /(?:(?!\p{Script=Latin})[\p{L}\p{M}]){3}/u;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const EAST_ASIAN_LETTER = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/gu;
/** East Asian characters that may be a quotation, and that have to come of a double-byte page. */
const QUOTED = 6;
const LEAST = 2;
const GLUED =
  /[A-Za-z][\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}][A-Za-z]/u;
const BESIDE_DIGIT = /[0-9](?![\0-\x7f])\p{L}|(?![\0-\x7f])\p{L}[0-9]/u;

/** Whether a stretch and what it would become are enough of a text to speak for themselves. */
function isWordy(stretch: string, insert: string, double: boolean): boolean {
  if (NOT_LATIN.test(insert) && !RUN.test(insert)) return false;
  if (!double && BESIDE_DIGIT.test(insert) && !BESIDE_DIGIT.test(stretch)) return false;
  if (double && (insert.match(EAST_ASIAN_LETTER)?.length ?? 0) < LEAST) return false;
  const quoted = stretch.match(EAST_ASIAN_LETTER)?.length ?? 0;
  return quoted === 0 || quoted >= QUOTED || GLUED.test(stretch);
}

/** Whether some word beside a stretch is strange in another way than those in it: then the line is no text at all. */
function outside(words: readonly Word[], gains: readonly number[], from: number, to: number): boolean {
  return words.some(
    ({ peak: most, plain }, i) => (i < from || i > to) && !plain && most > HOT && (gains[i] ?? 0) <= 0,
  );
}

/** Soft hyphens, joiners, marks of direction and strokes that stretch a word say nothing of the letters beside them. */
const UNSEEN = /[\u00ad\u0640\u200b-\u200f]/g;
/** An accent by itself that people write for an apostrophe. */
const ACCENT = /(?<=\p{L})´(?=\p{L})/gu;

const TO_SEE = /[´\u00ad\u0640\u200b-\u200f]/;

function asSeen(word: string): string {
  if (!TO_SEE.test(word)) return word;
  return word.replace(UNSEEN, '').replace(ACCENT, '’');
}

/** A capital above ASCII after a small letter. */
const CAMEL = /\p{Ll}(?![A-Z])\p{Lu}/u;
/** Nats of doubt about a sign that was a letter. */
const NEW_SIGN = 3;
const DIGIT = /(?![0-9])\p{Nd}/u;
/** Words of Latin letters alone, with signs around them and what is written between the parts of one. */
const LATIN =
  /^[^\p{L}\p{M}]*(?:\p{Script=Greek}*\p{Script=Latin})(?:\p{Script=Latin}|\p{Script=Greek}|\p{M}|[!-/:-@[-`{-~0-9’‘´“”\u00ad\u200b-\u200f–-])*[^\p{L}\p{M}]*$/u;

/** Nats gained when a word becomes another. */
function gainOf(word: string, decoded: string, letters: LetterModel): number {
  if (DIGIT.test(word)) return -AT_MOST;
  const signs = Math.max(0, countSigns(decoded) - countSigns(word));
  return wordCost(letters, asSeen(word)) - wordCost(letters, decoded) - signs * NEW_SIGN;
}

function isNatural(text: string, letters: LetterModel): boolean {
  let sum = 0;
  let most = 0;
  for (const word of text.split(/[ \t\r]+/)) {
    if (ASCII.test(word)) continue;
    sum += wordCost(letters, word);
    most += NATURAL_LETTER;
    for (let i = 0; i < word.length; i++)
      most += letters.scripts[word.charCodeAt(i)] === 0 ? NATURAL_SIGN : NATURAL_LETTER;
  }
  return sum <= most;
}
