import type { Reason } from '../core/reasons.js';
/** What the corpus as a whole, or an earlier try, has decided about single records. */
export interface Decisions {
  /** Ids to use instead of the record's own, by `place`. */
  readonly ids: Readonly<Record<string, string>>;
  /** Records that must not be tried again, by `place`: the reason. */
  readonly poison: Readonly<Record<string, Reason>>;
  /** Hash of `ids`; part of the ledger entry. */
  readonly hash: string;
}

export const NO_DECISIONS: Decisions = { ids: {}, poison: {}, hash: '' };

/** How decisions name a record. */
export function place(path: string, offset: number): string {
  return `${String(offset)}:${path}`;
}
