import { isProse } from '../prose.js';
import { type Numbering, numbering } from './numbering.js';
import { count, emptyTally, TOPIC_UNITS } from './tally.js';
import { CLOSER, DIGIT, END, FULL_END, LETTER, LOWER, unitTable } from './units.js';
import { CUE_NAMES } from './vocabulary.js';

/** What a line tells by itself, in the order of each row. */
export const OWN = [
  'units', 'words', 'meanWord', 'sentences', 'endsSentence', 'endsColon', 'endsDots', 'endsQuestion', 'commas', 'digits', 'upper',
  'capitalised', 'startsLower', 'startsDigit', 'startsSign', 'link', 'separators', 'date', 'clock', 'money', 'glued', 'quote',
  'letters', 'stop', ...CUE_NAMES.map(name => `cue-${name}`),
] as const; // prettier-ignore

/** A line, found once however often the page around it changes. */
export interface KnownLine {
  readonly row: Float32Array;
  /** UTF-16 units. */
  readonly length: number;
  readonly isProse: boolean;
  /** Cues of all kinds. */
  readonly cues: number;
  /** Bits: which kinds of cues it holds. */
  readonly cueKinds: number;
  /** What it says, in numbers of its page: all letters and digits, those of the first six words (0 where there are fewer), the first word. */
  readonly same: number;
  readonly beginning: number;
  readonly first: number;
  /** About how many words there are, and how it begins and ends. */
  readonly shape: number;
  /** Words that tell what a text is about, in numbers of its page. */
  readonly topic: readonly number[];
  /** The same, each once. */
  readonly topicWords: readonly number[];
}

/** Longer lines tell no more than their beginning and their end (UTF-16 units each). */
const LOOKED_AT = 1000;
/** A line with more of its words capitalised is a list of names or a heading in title case. */
const MOSTLY = 0.6;

const units = (chars: string): ReadonlySet<number> => new Set([...chars].map(char => char.charCodeAt(0)));
const COLONS = units(':：');
const ARROWS = units('…»›→>');
const QUESTIONS = units('?？');

/** Lines of a text. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  readonly start: (line: number) => number;
  readonly end: (line: number) => number;
}

/** All lines of a page. */
export function knowLines({ text, count: lines, start, end }: Lines): KnownLine[] {
  const numbers = {
    same: numbering(lines),
    beginning: numbering(lines),
    first: numbering(lines),
    shape: numbering(lines),
    topic: numbering(Math.ceil(text.length / TOPIC_UNITS)),
  };
  return Array.from({ length: lines }, (_, i) => knowLine(text, start(i), end(i), numbers));
}

/** The largest number of a word of these lines. */
export function mostTopic(lines: readonly KnownLine[]): number {
  let most = 0;
  for (const { topicWords } of lines) for (const word of topicWords) most = Math.max(most, word);
  return most;
}

type Numbers = Readonly<Record<'same' | 'beginning' | 'first' | 'shape' | 'topic', Numbering>>;

function knowLine(text: string, start: number, end: number, numbers: Numbers): KnownLine {
  const { kinds } = unitTable();
  const tally = emptyTally();
  const length = end - start;
  if (length <= 2 * LOOKED_AT) count(tally, text, start, end);
  else {
    count(tally, text, start, start + LOOKED_AT);
    count(tally, text, end - LOOKED_AT, end);
  }
  const seen = Math.min(length, 2 * LOOKED_AT);
  let at = end - 1;
  const last = text.charCodeAt(at);
  while (at > start && ((kinds[text.charCodeAt(at)] ?? 0) & CLOSER) !== 0) at--;
  const endsSentence = Number(((kinds[text.charCodeAt(at)] ?? 0) & (END | FULL_END)) !== 0);
  const head = kinds[text.charCodeAt(start)] ?? 0;
  const { words, letters, cueKinds } = tally;
  const topic = tally.topic.map(numbers.topic.of);
  const capitalised = tally.capitalised / Math.max(1, words);
  const row = new Float32Array(OWN.length);
  row.set([
    Math.log2(1 + length), Math.min(400, words), tally.wordUnits / Math.max(1, words), Math.min(20, tally.sentences), endsSentence,
    Number(COLONS.has(last)), Number(ARROWS.has(last) || text.startsWith('...', end - 3)), Number(QUESTIONS.has(last)),
    tally.commas / seen, tally.digits / seen, tally.uppers / Math.max(1, letters), capitalised,
    Number((head & LOWER) !== 0), Number((head & DIGIT) !== 0), Number((head & (LETTER | DIGIT)) === 0),
    tally.link, Math.min(9, tally.separators), tally.date, tally.clock, tally.money, Math.min(9, tally.glued), tally.quote,
    letters / seen, tally.stops / Math.max(1, words),
  ]); // prettier-ignore
  row.set(tally.cues, OWN.length - CUE_NAMES.length);
  const shape =
    (Math.round(2 * Math.log2(1 + words)) << 3) |
    (endsSentence << 2) |
    (Number(capitalised > MOSTLY) << 1) |
    Number((head & LETTER) === 0);
  let cues = 0;
  for (const n of tally.cues) cues += n;
  return {
    row,
    length,
    isProse: isProse(text, start, end),
    cues,
    cueKinds,
    same: numbers.same.of(tally.same),
    beginning: numbers.beginning.of(tally.beginning),
    first: numbers.first.of(tally.first),
    shape: numbers.shape.of(1 + shape),
    topic,
    topicWords: numbers.topic.unique(topic),
  };
}
