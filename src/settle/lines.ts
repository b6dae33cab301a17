import { unitBuffer } from '../core/code-units.js';
import { hash53, hash53Of } from './hash53.js';
import { CLASS, letterTable, UNSPACED } from './letters.js';
import { lineKeyIn } from './line-key.js';
import { unitClasses } from '../core/unit-classes.js';

/** A line of a document, as repetition on its host sees it. Offsets are UTF-16 code units of the text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** The line without the spaces at its ends. */
  readonly trimmed: Trimmed;
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

/** What of a text is neither space before nor space behind; in UTF-16 units. */
export interface Trimmed {
  readonly start: number;
  readonly end: number;
}

export function linesOf(text: string, host: string): Line[] {
  return linesIn(text, unitsOfText(text), host);
}

const unitsOfText = unitBuffer();

function linesIn(text: string, codes: Uint16Array, host: string): Line[] {
  const lines: Line[] = [];
  const hostHash = hash53(host);
  const table = lineTable();
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const trimmed = trim(codes, start, end, table);
    if (trimmed.start < trimmed.end) {
      const size = sizeIn(codes, trimmed, table);
      const isSentence = size >= SENTENCE_LETTERS && endsSentence(codes, trimmed, table);
      const key = size > PROSE_LETTERS ? undefined : lineKeyIn(text, codes, trimmed, isSentence, hostHash);
      lines.push({ start, end, trimmed, key, isSentence });
    }
    start = end + 1;
  }
  return lines;
}

function trim(codes: Uint16Array, from: number, to: number, table: Uint8Array): Trimmed {
  let start = from;
  let end = to;
  while (start < end && table[codes[start] ?? 0] === BLANK) start++;
  while (end > start && table[codes[end - 1] ?? 0] === BLANK) end--;
  return { start, end };
}

/** Letters of a line; one of a script without spaces counts for several. */
export function sizeOf(line: string): number {
  return sizeIn(unitsOfText(line), { start: 0, end: line.length }, lineTable());
}

function sizeIn(codes: Uint16Array, { start, end }: Trimmed, table: Uint8Array): number {
  if (end - start > PROSE_LETTERS) return end - start;
  let unspaced = 0;
  for (let at = start; at < end; at++) if (table[codes[at] ?? 0] === WIDE) unspaced++;
  return end - start + unspaced * (UNSPACED_LETTERS - 1);
}

/** Whether a sentence ends there, its quotes and brackets too. */
function endsSentence(codes: Uint16Array, { start, end }: Trimmed, table: Uint8Array): boolean {
  let at = end - 1;
  while (at > start && table[codes[at] ?? 0] === CLOSES) at--;
  return table[codes[at] ?? 0] === ENDS;
}

const BLANK = 1;
/** A letter of a script without spaces. */
const WIDE = 2;
const ENDS = 3;
const CLOSES = 4;

let lineKinds: Uint8Array | undefined;

/** What each UTF-16 code unit is to the size and the end of a line. */
function lineTable(): Uint8Array {
  return (lineKinds ??= unitClasses([
    [/\s/u, BLANK],
    [/[.!?…。！？।؟]/u, ENDS],
    [/["'”’»)\]」』]/u, CLOSES],
  ]).map((kind, code) => (((letterTable()[code] ?? 0) & CLASS) === UNSPACED ? WIDE : kind)));
}

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
  const codes = unitsOfText(text);
  const keys = new Set<number>();
  const longest: Trimmed[] = [];
  for (const { trimmed, key, isSentence } of linesIn(text, codes, host)) {
    if (key !== undefined) keys.add(key);
    if (key !== undefined && !isSentence) continue;
    const place = longest.findIndex(other => isBefore(text, trimmed, other));
    if (place >= 0) longest.splice(place, 0, trimmed);
    else if (longest.length < SIGNED) longest.push(trimmed);
    if (longest.length > SIGNED) longest.pop();
  }
  const signed = longest.length === 0 ? [{ start: 0, end: text.length }] : longest;
  return { signature: hash53Of(codes, signed), keys: [...keys] };
}

/** Lines of prose that a signature is made of. */
const SIGNED = 2;

/** The longer one, of equally long ones the first by code units. */
function isBefore(text: string, a: Trimmed, b: Trimmed): boolean {
  const [left, right] = [a.end - a.start, b.end - b.start];
  return left > right || (left === right && text.slice(a.start, a.end) < text.slice(b.start, b.end));
}
