import { isUtf8 } from 'node:buffer';
import type { Lost } from '../core/document.js';
import { codePointLength } from '../core/offsets.js';
import type { Decoded } from './decode.js';
import { type Detected, detect, perByteIn } from './detect.js';
import { costOf, histogram } from './model.js';
import { decodeStrays, looksLikeUtf8 } from './strays.js';
import { decodeAs } from './strict.js';

type Reading = 'utf-8' | 'strays' | 'legacy';

/** Nats a byte by which a line has to be dearer than its file before another charset is thought of for it. */
const STRANGE = 1.5;
/** Nats by which the other charset then has to be the better one. */
const SWITCH = 20;
/** Nats in favour of a valid UTF-8 sequence: other charsets make one by chance, but seldom a line of nothing else. */
const UTF_8_BONUS = 6;

/**
 * Bytes that are no UTF-8 as a whole, line by line: a line of valid UTF-8 is UTF-8; so is one with a few bytes that are
 * not, those being windows-1252; the other lines together are in the legacy charset that makes text of them, apart from
 * lines that are much better text in another.
 */
export function decodeLegacy(bytes: Buffer, around?: Detected): Decoded {
  const lines = splitLines(bytes);
  const readings = lines.map(readingOf);
  const pool = lines.filter((_, i) => readings[i] === 'legacy');
  const detected = pool.length === 0 ? undefined : (around ?? detect(Buffer.concat(pool)));
  const charsets = new Set<string>();
  const pieces: string[] = [];
  const lost: Lost[] = [];
  let points = 0;
  for (const [i, line] of lines.entries()) {
    const { text, charset, lost: missing } = readLine(line, readings[i], detected);
    if (charset !== '') charset.split('+').forEach(name => charsets.add(name));
    for (const one of missing) lost.push({ at: points + one.at, bytes: one.bytes });
    pieces.push(text);
    points += codePointLength(text);
  }
  return {
    text: pieces.join(''),
    charset: [...charsets].sort(utf8First).join('+'),
    score: detected?.score ?? 1,
    lost,
  };
}

function utf8First(a: string, b: string): number {
  return Number(b === 'utf-8') - Number(a === 'utf-8') || (a < b ? -1 : 1);
}

/** With their ends; no charset here has a line feed inside another character. */
function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(10, from);
    const end = at < 0 ? bytes.length : at + 1;
    lines.push(bytes.subarray(from, end));
    from = end;
  }
  return lines;
}

function readingOf(line: Buffer): Reading {
  if (isUtf8(line)) return 'utf-8';
  return looksLikeUtf8(line) ? 'strays' : 'legacy';
}

type Read = { readonly text: string; readonly charset: string; readonly lost: readonly Lost[] };

function readLine(line: Buffer, reading: Reading | undefined, detected: Detected | undefined): Read {
  if (reading === 'strays') return decodeStrays(line);
  if (reading === 'utf-8') {
    const text = line.toString('utf8');
    if (text.length === line.length) return { text, charset: '', lost: [] };
    if (!detected || costOf(histogram(text)) <= perByteIn(line, detected.charset) * line.length + UTF_8_BONUS)
      return { text, charset: 'utf-8', lost: [] };
  }
  const charset = detected === undefined ? 'windows-1252' : charsetOf(line, detected);
  return { ...decodeAs(line, charset), charset };
}

function charsetOf(line: Buffer, { charset, perByte }: Detected): string {
  const here = perByteIn(line, charset);
  if (here < perByte + STRANGE) return charset;
  const other = detect(line);
  const isWide = other.charset.startsWith('utf-16');
  return !isWide && (here - other.perByte) * line.length > SWITCH ? other.charset : charset;
}
