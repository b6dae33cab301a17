import { hash53, hash53After } from './hash53.js';
import { CLASS, CLASS_BITS, letterTable, UNSPACED } from './letters.js';
import { unitClasses } from './unit-classes.js';

/** A line of a document, as repetition on its host sees it. Offsets are UTF-16 code units of the text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Hash of host and normalised line; undefined for what is never furniture: long prose, and lines without letters. */
  readonly key: number | undefined;
  /** Whether it reads like a sentence; such a line may be a stock phrase. */
  readonly isSentence: boolean;
}

/** What the count of repeated lines knows of a document. */
export interface LineKeys {
  /** The same for documents that share nearly everything, which count once. */
  readonly signature: number;
  /** Each key once. */
  readonly keys: readonly number[];
}

/** Longer lines are prose, whatever host they stand on: some thirty words. */
const PROSE_LETTERS = 160;
/** A letter of a script without spaces says as much as this many others. */
const UNSPACED_LETTERS = 3;
/** From here on a line that ends like a sentence is taken for one: some seven words. */
export const SENTENCE_LETTERS = 35;

export function linesOf(text: string, host: string): Line[] {
  const lines: Line[] = [];
  const hostHash = hash53(host);
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end).trim();
    if (line !== '') {
      const size = sizeOf(line);
      const isSentence = size >= SENTENCE_LETTERS && endsSentence(line);
      const key = size > PROSE_LETTERS ? undefined : lineKey(line, isSentence, hostHash);
      lines.push({ start, end, key, isSentence });
    }
    start = end + 1;
  }
  return lines;
}

/** Letters of a line; one of a script without spaces counts for several. */
export function sizeOf(line: string): number {
  if (line.length > PROSE_LETTERS) return line.length;
  const letters = letterTable();
  let unspaced = 0;
  for (let i = 0; i < line.length; i++)
    if (((letters[line.charCodeAt(i)] ?? 0) & CLASS) === UNSPACED) unspaced++;
  return line.length + unspaced * (UNSPACED_LETTERS - 1);
}

const ENDS = new Set('.!?…。！？।؟');
const CLOSES = new Set('"\'”’»)]」』');

/** Whether a sentence ends there, its quotes and brackets too. */
function endsSentence(line: string): boolean {
  let at = line.length - 1;
  while (at > 0 && CLOSES.has(line.charAt(at))) at--;
  return ENDS.has(line.charAt(at));
}

const SPACE = 1;
const DIGIT = 2;
const LETTER = 3;

let kinds: Uint8Array | undefined;

/** What each UTF-16 code unit is to `lineKey`. */
function kindTable(): Uint8Array {
  return (kinds ??= unitClasses([
    [/\s/u, SPACE],
    [/\p{Nd}/u, DIGIT],
    [/\p{L}/u, LETTER],
  ]).fill(LETTER, 0xd800, 0xe000));
}

/**
 * Hash of a line on a host, the same for lines that `normalLine` makes the same; undefined for one without letters.
 * @param hostHash of the host.
 */
export function lineKey(line: string, isSentence: boolean, hostHash: number): number | undefined {
  const plain = line.normalize('NFKC');
  const letters = letterTable();
  const kindOf = kindTable();
  const hash = hash53After(hostHash);
  let [hasLetters, last] = [false, SPACE];
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    const kind = kindOf[code] ?? 0;
    const isRun = kind === last && (kind === SPACE || (kind === DIGIT && !isSentence));
    last = kind;
    if (isRun) continue;
    if (kind === LETTER) hasLetters = true;
    // A space counts when something follows it.
    if (kind === SPACE) continue;
    if (i > 0 && kindOf[plain.charCodeAt(i - 1)] === SPACE) hash.add(BLANK);
    hash.add(kind === DIGIT && !isSentence ? ZERO : (letters[code] ?? 0) >> CLASS_BITS || code);
  }
  return hasLetters ? hash.value() : undefined;
}

const BLANK = 0x20;
const ZERO = 0x30;

/** Case and spaces say nothing; counters and dates change from page to page, but the numbers of a sentence are facts. */
export function normalLine(line: string, isSentence: boolean): string {
  const plain = line.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return isSentence ? plain : plain.replace(/\p{Nd}+/gu, '0');
}

/**
 * The keys of a document. The signature is that of its two longest lines of prose: re-posts have the same, other pages
 * other ones. One line would not do, since on some pages the longest is a notice that all pages have.
 */
export function lineKeys(text: string, host: string): LineKeys {
  const lines = linesOf(text, host);
  const prose = lines
    .filter(({ key, isSentence }) => key === undefined || isSentence)
    .map(({ start, end }) => text.slice(start, end).trim())
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const keys = new Set(lines.flatMap(({ key }) => key ?? []));
  const signature = hash53(prose.length === 0 ? text : prose.slice(0, 2).join('\n'));
  return { signature, keys: [...keys] };
}
