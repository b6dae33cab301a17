import type { Reason } from '../core/reasons.js';

/** What the corpus as a whole, or an earlier try, has decided about single records. */
export interface Decisions {
  /** What changes texts and ids; undefined where that is settled already. */
  readonly texts?: TextDecisions;
  /** Documents to leave out, by id; undefined where that is not settled yet. */
  readonly duplicates?: DuplicateDecisions;
  /** Records that must not be tried again, by `place`: the reason. */
  readonly poison: Readonly<Record<string, Reason>>;
}

export interface TextDecisions {
  /** Ids to use instead of the record's own, by `place`. */
  readonly ids: Readonly<Record<string, string>>;
  /** Documents of each host that is large enough to tell what repeats on it. */
  readonly hosts: Readonly<Record<string, number>>;
  /** Documents that hold a line, by the line's key. */
  readonly lines: Readonly<Record<string, number>>;
  /** Hash of the above, '' when there is nothing; part of the ledger entry. */
  readonly hash: string;
}

export interface DuplicateDecisions {
  readonly of: Readonly<Record<string, KeptInstead>>;
  /** The file, relative to the output folder, that lists paragraphs and lines to take out; '' for none. */
  readonly pieces: string;
  /** Hash of all of it, '' when there is nothing; part of the ledger entry. */
  readonly hash: string;
}

/** Why a document is left out. */
export interface KeptInstead {
  readonly keptId: string;
  readonly how: 'exact' | 'near';
  /** Jaccard similarity of the shingles of the two texts, to four places. */
  readonly jaccard: number;
  /** Share of the shorter text's shingles that the other one holds, to four places. */
  readonly containment: number;
}

export const NO_DECISIONS: Decisions = { poison: {} };

/** How decisions name a record. */
export function place(path: string, offset: number): string {
  return `${String(offset)}:${path}`;
}
