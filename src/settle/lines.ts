import { hash53 } from './hash53.js';

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
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;
/** A letter of a script without spaces says as much as this many others. */
const UNSPACED_LETTERS = 3;
/** From here on a line that ends like a sentence is taken for one: some seven words. */
export const SENTENCE_LETTERS = 35;
const SENTENCE_END = /[.!?…。！？।؟]["'”’»)\]」』]*$/u;

export function linesOf(text: string, host: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end).trim();
    if (line !== '') {
      const size = sizeOf(line);
      const isSentence = size >= SENTENCE_LETTERS && SENTENCE_END.test(line);
      const normal = size > PROSE_LETTERS ? '' : normalLine(line, isSentence);
      const key = /\p{L}/u.test(normal) ? hash53(`${host}\n${normal}`) : undefined;
      lines.push({ start, end, key, isSentence });
    }
    start = end + 1;
  }
  return lines;
}

/** Letters of a line; one of a script without spaces counts for several. */
export function sizeOf(line: string): number {
  if (line.length > PROSE_LETTERS) return line.length;
  const unspaced = /[^\0-\u0dff]/.test(line) ? (line.match(UNSPACED)?.length ?? 0) : 0;
  return line.length + unspaced * (UNSPACED_LETTERS - 1);
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
  const lines = linesOf(text, host);
  const prose = lines
    .filter(({ key, isSentence }) => key === undefined || isSentence)
    .map(({ start, end }) => text.slice(start, end).trim())
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const keys = new Set(lines.flatMap(({ key }) => key ?? []));
  const signature = hash53(prose.length === 0 ? text : prose.slice(0, 2).join('\n'));
  return { signature, keys: [...keys] };
}
