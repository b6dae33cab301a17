import { siteOf } from '../core/host.js';
import { exactKey } from '../settle/exact-key.js';
import { lineKeys } from '../settle/lines.js';
import type { LineRow } from '../settle/repeats.js';
import { shingleCount } from '../settle/shingles.js';
import { SHORT_SHINGLES } from '../settle/similar.js';
import { sketchOf } from '../settle/sketch.js';
import { unitsOf } from '../settle/units.js';
import type { CleanRecord } from '../write/record-schema.js';

/** What the corpus has to know of a document to find its duplicates: a line of `.limpia/documents`. */
export interface DocumentRow {
  readonly id: string;
  /** Where it stands in the input; unlike the id, no two documents ever share it. */
  readonly path: string;
  /** Bytes. */
  readonly offset: number;
  /** 128 bits in hexadecimal: the same for texts that differ in case, spaces and punctuation only. */
  readonly exact: string;
  readonly shingles: number;
  /** Code points. */
  readonly chars: number;
  readonly created: string;
  readonly site: string;
  readonly source: string;
  /** Base64 of the sketch's keys, 8 bytes each; '' where the text is too short for near-duplicates. */
  readonly sketch: string;
}

/** A line of `.limpia/lines`; undefined where nobody knows the document's host. */
export function lineRow({ text, metadata }: CleanRecord): string | undefined {
  const host = siteOf(metadata.url, metadata.path);
  if (host === '') return undefined;
  const { signature, keys } = lineKeys(text, host);
  return JSON.stringify([host, signature, ...keys]);
}

export function parseLineRow(line: string): LineRow {
  const [host, signature, ...keys] = JSON.parse(line) as [string, number, ...number[]];
  return { host, signature, keys };
}

/** @param withSketch whether near-duplicates are looked for. */
export function documentRow(
  { id, text, source, created, metadata }: CleanRecord,
  withSketch: boolean,
): string {
  const units = unitsOf(text);
  const shingles = shingleCount(units.count);
  const exact = exactKey(units);
  const keys = withSketch && shingles > SHORT_SHINGLES ? sketchOf(units) : new Uint32Array();
  const sketch = Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength).toString('base64');
  const { url, path, offset, chars } = metadata;
  return JSON.stringify([
    id,
    path,
    offset,
    exact,
    shingles,
    chars,
    created,
    siteOf(url, path),
    source,
    sketch,
  ]);
}

export function parseDocumentRow(line: string): DocumentRow {
  const [id, path, offset, exact, shingles, chars, created, site, source, sketch] = JSON.parse(line) as [
    id: string,
    path: string,
    offset: number,
    exact: string,
    shingles: number,
    chars: number,
    created: string,
    site: string,
    source: string,
    sketch: string,
  ];
  return { id, path, offset, exact, shingles, chars, created, site, source, sketch };
}

/** The keys of a sketch, two 32-bit words each. */
export function sketchKeys(sketch: string): Uint32Array {
  const bytes = Buffer.from(sketch, 'base64');
  const words = new Uint32Array(bytes.length / 4);
  for (let i = 0; i < words.length; i++) words[i] = bytes.readUInt32LE(4 * i);
  return words;
}
