import { factsDiffer } from './facts-differ.js';
import { type Facts, factsOf } from './facts.js';
import { type Keep, shared, shingleHashes, shingleSet } from './shingles.js';
import { unitsOf } from './units.js';

/** What two texts are compared by. */
export interface Likeness {
  readonly shingles: Uint32Array;
  /** Hash of the first shingle. */
  readonly opening: number;
  /** Only asked for where all else says that two texts are the same. */
  readonly facts: () => Facts;
}

export interface NearOptions {
  /** Least Jaccard similarity of the shingles of two near-duplicates. */
  readonly jaccard: number;
  /** Least share of the shorter one's shingles that the longer one holds. */
  readonly containment: number;
}

export const NEAR_DEFAULTS: NearOptions = { jaccard: 0.8, containment: 0.9 };

export interface Similarity {
  readonly jaccard: number;
  readonly containment: number;
}

/** A text with no more shingles is only ever an exact duplicate: one word more or less is another fact. */
export const SHORT_SHINGLES = 20;

/**
 * A text of one or two sentences that stands in the middle of another and makes less than a third of it is quoted there: it
 * is no copy that was cut short or wrapped.
 */
const QUOTATION_SHINGLES = 40;
const QUOTATION_SHARE = 1 / 3;

export function likenessOf(text: string): Likeness {
  return likenessOfShingles(shingleHashes(unitsOf(text)), text);
}

/**
 * @param hashes the text's shingles in its order.
 * @param keep what holds the set of them.
 */
export function likenessOfShingles(hashes: Uint32Array, text: string, keep?: Keep): Likeness {
  let facts: Facts | undefined;
  return {
    shingles: shingleSet(hashes, keep),
    opening: hashes[0] ?? 0,
    facts: () => (facts ??= factsOf(text)),
  };
}

/**
 * The similarity of two texts where the one may go because the other is kept; undefined where both must stay. What only
 * contains the text that is kept must not go.
 */
export function similar(goes: Likeness, kept: Likeness, options: NearOptions): Similarity | undefined {
  const [a, b] = [goes.shingles.length, kept.shingles.length];
  const shorter = Math.min(a, b);
  if (shorter <= SHORT_SHINGLES) return undefined;
  // What neither test below lets through need not be counted to the end.
  const least = Math.min(options.containment * shorter, (options.jaccard * (a + b)) / (1 + options.jaccard));
  const common = shared(goes.shingles, kept.shingles, Math.floor(least));
  const jaccard = common / (a + b - common);
  const containment = common / shorter;
  if (jaccard < options.jaccard) {
    const isQuotation =
      shorter <= QUOTATION_SHINGLES && jaccard < QUOTATION_SHARE && goes.opening !== kept.opening;
    if (a > b || containment < options.containment || isQuotation) return undefined;
  }
  return factsDiffer(goes.facts(), kept.facts()) ? undefined : { jaccard, containment };
}
