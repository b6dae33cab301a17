import { isUtf8 } from 'node:buffer';
import { type Detected, detect } from './detect.js';
import { looksLikeUtf8 } from './strays.js';
import { guessUtf16, markOf } from './utf16.js';

/** How much of a file tells its charset (bytes). */
export const HEAD_BYTES = 64 << 10;

/** What is known of a file's charset before its records are read. */
export interface FileCharset {
  /** For those who cut the file; undefined for UTF-8 and ASCII. */
  readonly name: string | undefined;
  /** What every record is in: the user or the file's form says so. */
  readonly forced: string | undefined;
  /** What records are in that are no UTF-8, unless they say otherwise. */
  readonly around: Detected | undefined;
}

/** Fewer bytes beyond ASCII leave each record to itself. */
const MIN_HIGH_BYTES = 8;

export function charsetOfHead(head: Buffer, forced?: string): FileCharset {
  const wide = markOf(head) ?? (forced === undefined ? guessUtf16(head) : undefined);
  if (wide !== undefined) return { name: wide, forced: wide, around: undefined };
  if (forced !== undefined) return { name: forced, forced, around: undefined };
  const around = legacyOf(head);
  return { name: around?.charset, forced: undefined, around };
}

/** The charset of the head's lines that are no UTF-8, where there are enough of them. */
function legacyOf(head: Buffer): Detected | undefined {
  if (isUtf8(head)) return undefined;
  const lines: Buffer[] = [];
  let high = 0;
  for (let from = 0; from < head.length;) {
    const at = head.indexOf(10, from);
    // The last line may end in the middle of a character.
    if (at < 0 && lines.length > 0) break;
    const end = at < 0 ? head.length : at + 1;
    const line = head.subarray(from, end);
    from = end;
    if (isUtf8(line) || looksLikeUtf8(line)) continue;
    lines.push(line);
    for (const byte of line) if (byte >= 0x80) high++;
  }
  if (high < MIN_HIGH_BYTES) return undefined;
  const found = detect(Buffer.concat(lines));
  return found.charset.startsWith('utf-16') ? undefined : found;
}
