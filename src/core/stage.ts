import {
  type Document,
  type Edit,
  type Fields,
  type Kind,
  type Level,
  NO_FIELDS,
  type Skipped,
  type Suspect,
  type Verdict,
} from './document.js';

/** What a stage may know of the document besides its text. */
export interface Context {
  readonly level: Level;
  /** Provisional language of the document (ISO 639-3, or `und`), for rules and thresholds that depend on it. */
  readonly lang: string;
  /** Host of the document's address, lower case, without `www.`; '' when unknown. */
  readonly host: string;
  /** Markdown keeps its code blocks and indentation. */
  readonly format: 'plain' | 'markdown';
  /** Fields known so far; a stage may fill those that are still ''. */
  readonly fields: Fields;
}

/** The context of a text about which nothing is known. */
export const NO_CONTEXT: Context = {
  level: 'safe',
  lang: 'und',
  host: '',
  format: 'plain',
  fields: NO_FIELDS,
};

/** A stretch of the stage's output text (UTF-16 code units) whose paragraph is of a known kind. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly by: string;
}

export interface StageResult {
  /** Sorted by `start`, not overlapping, in UTF-16 code units of the stage's input. */
  readonly edits: readonly Edit[];
  /** Fields found, such as a byline. The first stage or rule to fill a field wins. */
  readonly fields?: Partial<Fields>;
  readonly marks?: readonly Mark[];
  readonly suspects?: readonly Suspect[];
  /** Rules that were held back by a limit: rule id and what it would have taken. */
  readonly skipped?: readonly Skipped[];
}

/** The answer of a stage that has nothing to do; shared, so that the clean path allocates nothing. */
export const NOTHING: StageResult = { edits: [] };

/** A worked example: documentation and test in one. `to` omitted means the text must come out unchanged. */
export interface Example {
  readonly from: string;
  readonly to?: string;
  readonly context?: Partial<Context>;
}

/** A pure function from text to edits, with its examples beside it. */
export interface EditStage {
  readonly id: string;
  /** Raised whenever the stage may answer differently. What was done by another build is done again in any case. */
  readonly version: number;
  readonly run: (text: string, context: Context) => StageResult;
  /** What it leaves of a plain text holds nothing more for it. */
  readonly isFinal?: boolean;
  /**
   * Whether edits by others may give it something to do in a plain text in which it found nothing; where this is left out,
   * any may.
   */
  readonly mayWake?: (text: string, edits: readonly Edit[], context: Context) => boolean;
  readonly examples: readonly Example[];
}

/** A pure function from a cleaned document to a verdict. */
export interface JudgeStage {
  readonly id: string;
  readonly version: number;
  readonly judge: (document: Omit<Document, 'verdict'>) => Verdict;
  readonly examples: readonly { readonly text: string; readonly action: Verdict['action'] }[];
}
