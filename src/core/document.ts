import type { DropReason, Reason } from './reasons.js';

/**
 * The shapes that travel through the pipeline. All offsets in memory are UTF-16 code units, as JavaScript
 * strings count; files carry Unicode code points (see `core/offsets.ts`).
 */

/** Replace `[start, end)` of a layer's input by `insert`. `removed` is what stood there: it makes the edit reversible. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly removed: string;
  readonly insert: string;
  /** The stage, or stage and rule, that wants this: `whitespace`, `mojibake/utf-8-as-gbk`, `en/related/more-in`. */
  readonly by: string;
  /** Evidence a person would ask for, such as a score; never needed to undo the edit. */
  readonly note?: string;
}

/** What one pass of one stage did to its input: edits sorted by `start`, none overlapping another. */
export interface Layer {
  readonly stage: string;
  readonly edits: readonly Edit[];
}

/** How much limpia may guess: `safe` changes only what is certain, `full` also what is likely. */
export type Level = 'safe' | 'full';

/** What a paragraph is. */
export type Kind = 'heading' | 'prose' | 'caption' | 'list' | 'quote' | 'other';

/** Where a record was found. `offset` counts bytes of the uncompressed file. */
export interface Origin {
  /** Relative to the input folder, with `/` between its parts. */
  readonly path: string;
  readonly offset: number;
  /** Length of the record in bytes of the uncompressed file. */
  readonly length: number;
}

/** The fields of a record that limpia owns besides its text; '' where unknown. */
export interface Fields {
  readonly title: string;
  readonly byline: string;
  /** The part of the site that the document stands in: Politics, Sport. */
  readonly section: string;
  readonly url: string;
  readonly source: string;
  readonly added: string;
  readonly created: string;
}

export const NO_FIELDS: Fields = {
  title: '',
  byline: '',
  section: '',
  url: '',
  source: '',
  added: '',
  created: '',
};

/** Bytes of which no charset made anything. */
export interface Lost {
  /** Where a U+FFFD stands for them, in code points of the decoded record: of a text file its text, of JSON the line. */
  readonly at: number;
  /** In hexadecimal. */
  readonly bytes: string;
}

/** A record as it was read and decoded, before any stage has seen it. */
export interface Source {
  /** The record's own id, or '' when it has none that limpia may keep. */
  readonly ownId: string;
  readonly origin: Origin;
  readonly charset: string;
  /** How sure the charset is, from 0 to 1; left out where it is certain. */
  readonly charsetScore?: number;
  /** Bytes that could not be decoded; left out where all could. */
  readonly lost?: readonly Lost[];
  /** Markdown keeps its code blocks and indentation; left out for plain text. */
  readonly format?: 'plain' | 'markdown';
  /** SHA-256 of the record's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly text: string;
  readonly fields: Fields;
  /** The input's other fields as the text of one JSON object, byte for byte; `{}` when there are none. */
  readonly extra: string;
}

/** A paragraph's place in the clean text (UTF-16 code units, end exclusive), language and kind. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** ISO 639-3, or `und`. */
  readonly lang: string;
  /** 0 to 1. */
  readonly score: number;
  readonly kind: Kind;
  /** Quotations inside the paragraph that are in another language; left out where there are none. */
  readonly foreign?: readonly Foreign[];
}

/** A stretch of a paragraph in a language of its own; UTF-16 code units of the clean text. */
export interface Foreign {
  readonly start: number;
  readonly end: number;
  readonly lang: string;
  readonly score: number;
}

/** What language a document is in, as a whole and by its parts. */
export interface Tags {
  /** ISO 639-3, or `und`. */
  readonly lang: string;
  /** 0 to 1. */
  readonly score: number;
  /** ISO 15924, or `Zyyy` where there are no letters. */
  readonly script: string;
  /** Which identifier decided: `limpia`, `franc`, … */
  readonly by: string;
  /** Share of the document's letters by language, largest first; sums to 1, or is empty. */
  readonly shares: readonly (readonly [lang: string, share: number])[];
  readonly paragraphs: readonly Paragraph[];
}

/** `drop`: the document is unwanted. `reject`: it could not be read. */
export type Verdict =
  | { readonly action: 'keep' }
  | { readonly action: 'drop'; readonly reason: DropReason; readonly by: string; readonly evidence: string }
  | { readonly action: 'reject'; readonly reason: Reason; readonly error: string };

export const KEEP: Verdict = { action: 'keep' };

/** A document with everything the pure stages found out about it. */
export interface Document {
  readonly source: Source;
  /** The clean text: `applyLayers(source.text, layers)`. */
  readonly text: string;
  readonly layers: readonly Layer[];
  readonly fields: Fields;
  readonly tags: Tags;
  readonly verdict: Verdict;
  /** Changes that a stage thought likely but was not allowed to make. */
  readonly suspects: readonly Suspect[];
  /** Rules that a limit held back on this document, and what each would have taken. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly by: string;
  readonly note: string;
}

/** Something that looks wrong and was left alone, with the reason. Offsets in the text that the stage saw. */
export interface Suspect {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly note: string;
}
