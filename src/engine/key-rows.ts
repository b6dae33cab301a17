import type { Config } from '../config/schema.js';
import type { PieceKind } from '../settle/pieces.js';
import type { LineRow } from '../settle/repeats.js';

/** What the corpus has to know of a document to find its duplicates: a line of `.limpia/documents`. */
export interface DocumentRow {
  readonly id: string;
  /** Where it stands in the input; unlike the id, no two documents ever share it. */
  readonly path: string;
  /** Bytes. */
  readonly offset: number;
  /** Base64 of 128 bits: the same for texts that differ in case, spaces and punctuation only. */
  readonly exact: string;
  readonly shingles: number;
  /** Code points. */
  readonly chars: number;
  readonly created: string;
  readonly site: string;
  readonly source: string;
  /** Base64 of the sketch's keys, 8 bytes each; '' where the text is too short for near-duplicates. */
  readonly sketch: string;
  /** Base64 of the keys of its paragraphs or lines, 16 bytes each; '' where they are not compared. */
  readonly pieces: string;
}

/** What of a document is compared with others. */
export interface KeyOptions {
  /** Whether near-duplicates are looked for. */
  readonly sketches: boolean;
  readonly pieces: PieceKind | undefined;
}

export function keyOptions({ duplicates: { near, paragraphs, lines } }: Config): KeyOptions {
  const pieces = lines === 'keep-first' ? 'line' : paragraphs === 'keep-first' ? 'paragraph' : undefined;
  return { sketches: near, pieces };
}

export function parseLineRow(line: string): LineRow {
  const [host, signature, ...keys] = JSON.parse(line) as [string, number, ...number[]];
  return { host, signature, keys };
}

export function parseDocumentRow(line: string): DocumentRow {
  const [id, path, offset, exact, shingles, chars, created, site, source, sketch, pieces] = JSON.parse(
    line,
  ) as [
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
    pieces: string,
  ];
  return { id, path, offset, exact, shingles, chars, created, site, source, sketch, pieces };
}

/** The 32-bit words of keys in base64: two for a key of a sketch, four for one of a text or a piece. */
export function keyWords(keys: string): Uint32Array {
  const bytes = Buffer.from(keys, 'base64');
  const words = new Uint32Array(bytes.length / 4);
  new Uint8Array(words.buffer).set(bytes);
  return words;
}
