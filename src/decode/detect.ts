import iconv from 'iconv-lite';
import { costOf, histogram } from './model.js';
import { PAGES, type Page, tableOf } from './pages.js';

/** What bytes that are no UTF-8 are most likely in. */
export interface Detected {
  /** A page's name, `utf-16le` or `utf-16be`. */
  readonly charset: string;
  /** How sure that is, from 0 to 1: against the next best charset that reads the bytes differently. */
  readonly score: number;
  /** What the bytes cost, in nats; of long ones a sample. */
  readonly cost: number;
  /** Nats a byte. */
  readonly perByte: number;
}

/** More says nothing new. */
const SAMPLE_BYTES = 16 << 10;
/** Nats count for less than they would if letters did not depend on each other. */
const TEMPERATURE = 5;

/** The charset under which the bytes are the least surprising text of some language. */
export function detect(bytes: Buffer): Detected {
  const sample = sampleOf(bytes);
  const readings = [...PAGES.map(page => read(sample, page)), ...wide(sample)].sort(
    (a, b) => a.cost - b.cost,
  );
  const [best = NONE, ...others] = readings;
  const rival = others.find(({ text }) => text() !== best.text());
  const lead = (rival?.cost ?? Infinity) - best.cost;
  return {
    charset: best.charset,
    score: 1 / (1 + Math.exp(-lead / TEMPERATURE)),
    cost: best.cost,
    perByte: best.cost / Math.max(1, sample.length),
  };
}

/** Nats a byte that the bytes cost in a page. */
export function perByteIn(bytes: Buffer, charset: string): number {
  const page = PAGES.find(({ name }) => name === charset);
  return page ? read(bytes, page).cost / Math.max(1, bytes.length) : 0;
}

interface Reading {
  readonly charset: string;
  readonly cost: number;
  readonly text: () => string;
}

const NONE: Reading = { charset: 'windows-1252', cost: 0, text: () => '' };

function read(sample: Buffer, page: Page): Reading {
  if (page.double) {
    const text = iconv.decode(sample, page.iconv);
    return { charset: page.name, cost: costOf(histogram(text)) + page.rarity, text: () => text };
  }
  const table = tableOf(page.name);
  const counts = new Map<number, number>();
  countBytes(sample).forEach((n, byte) => {
    const unit = (table[byte] ?? '').charCodeAt(0);
    if (n > 0) counts.set(unit, (counts.get(unit) ?? 0) + n);
  });
  const text = (): string => Array.from(sample, byte => table[byte] ?? '').join('');
  return { charset: page.name, cost: costOf(counts) + page.rarity, text };
}

/** UTF-16 without a mark is seldom met. */
const WIDE_RARITY = 6;

function wide(sample: Buffer): Reading[] {
  return (['utf-16le', 'utf-16be'] as const).map(charset => {
    const text = iconv.decode(sample.subarray(0, sample.length & ~1), charset, { stripBOM: false });
    return { charset, cost: costOf(histogram(text)) + WIDE_RARITY, text: () => text };
  });
}

function countBytes(bytes: Buffer): Uint32Array {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

/** Lines that hold bytes beyond ASCII; all of it where lines are not cut by single bytes. */
function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= SAMPLE_BYTES || bytes.subarray(0, SAMPLE_BYTES).includes(0))
    return bytes.subarray(0, SAMPLE_BYTES);
  const lines: Buffer[] = [];
  let length = 0;
  for (let from = 0; from < bytes.length && length < SAMPLE_BYTES;) {
    const at = bytes.indexOf(10, from);
    const end = at < 0 ? bytes.length : at + 1;
    const line = bytes.subarray(from, Math.min(end, from + SAMPLE_BYTES - length));
    if (line.some(byte => byte >= 0x80)) {
      lines.push(line);
      length += line.length;
    }
    from = end;
  }
  return Buffer.concat(lines);
}
