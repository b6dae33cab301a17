import type { Reason } from '../core/reasons.js';
import type { Fields } from '../core/document.js';

/** A record's bytes as a splitter found them, or what is known of one that could not be taken whole. */
export type RawRecord =
  | { readonly offset: number; readonly bytes: Buffer }
  | {
      readonly offset: number;
      readonly length: number;
      /** What there is of it, where that can be kept. */
      readonly part?: Buffer;
      readonly reason: Reason;
      readonly error: string;
    };

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
  /** The file's charset where its head or the user tells it: UTF-16 and some others hide ASCII bytes in characters. */
  readonly charset?: string | undefined;
  /** Where in a JSON file the list of records is: the keys that lead to it. */
  readonly pick?: readonly string[];
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
  | { readonly ok: false; readonly reason: Reason; readonly error: string };

export interface ParseOptions {
  /** Names of the fields that hold the text, the first present one wins; of a list all that are present, in order. */
  readonly textFields: readonly (string | readonly string[])[];
  /** Names of the fields that hold the other fields, the first present one wins. */
  readonly fieldNames: Readonly<Record<keyof Fields | 'id', readonly string[]>>;
}

/** A file format: how to cut a file into records and how to read one. */
export interface Format {
  readonly name: string;
  /** Endings of file names, with the dot, lower case. */
  readonly extensions: readonly string[];
  /** Whether a big file may be cut at line starts and read by several workers. */
  readonly lines: boolean;
  /** Whether a file is one record. */
  readonly whole: boolean;
  /** What marks its text has. */
  readonly markup: 'plain' | 'markdown';
  readonly split: (options: SplitOptions) => Splitter;
  /** For one file: is given its records in order; undefined for one that is no record, such as a header. */
  readonly parser: (options: ParseOptions) => (text: string) => Parsed | undefined;
}
