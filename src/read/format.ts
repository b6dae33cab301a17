import type { Fields } from '../core/document.js';

/** A record's bytes as a splitter found them, or what is known of one that could not be taken whole. */
export type RawRecord =
  | { readonly offset: number; readonly bytes: Buffer }
  | { readonly offset: number; readonly length: number; readonly reason: string; readonly error: string };

/** Cuts a file into records. Fed with pieces of the uncompressed file in order; offsets count its bytes. */
export interface Splitter {
  push(chunk: Buffer): RawRecord[];
  end(): RawRecord[];
  /** True once no later record can interest the shard; reading stops. */
  readonly done: boolean;
  /** Where the next record starts (bytes of the uncompressed file). */
  readonly offset: number;
}

export interface SplitOptions {
  /** Where in the uncompressed file the first chunk starts (bytes). */
  readonly start: number;
  /** Whether the first chunk starts inside a record of the shard before. */
  readonly skipFirst: boolean;
  /** Records that start at or after this byte belong to the next shard. */
  readonly stop: number;
  /** Longest record, in bytes. */
  readonly maxBytes: number;
}

/** What a format makes of one decoded record. */
export type Parsed =
  | {
      readonly ok: true;
      readonly ownId: string;
      readonly text: string;
      readonly fields: Fields;
      readonly extra: string;
    }
  | { readonly ok: false; readonly reason: string; readonly error: string };

export interface ParseOptions {
  /** Names of the field that holds the text, the first present one wins. */
  readonly textFields: readonly string[];
}

/** A file format: how to cut a file into records and how to read one. */
export interface Format {
  readonly name: string;
  /** Endings of file names, with the dot, lower case. */
  readonly extensions: readonly string[];
  /** Whether a big file may be cut at line starts and read by several workers. */
  readonly lines: boolean;
  readonly split: (options: SplitOptions) => Splitter;
  readonly parse: (text: string, options: ParseOptions) => Parsed;
}
