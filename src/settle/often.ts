import type { Often } from '../core/repeat.js';

/** Shares are told in so many parts, as integers: 0.55 of 20 is 11, and no fraction more. */
const PARTS = 1e6;

/** Whether so many of a host's documents are enough. */
export function isOften(
  holding: number,
  documents: number,
  { lines, share }: Pick<Often, 'lines' | 'share'>,
): boolean {
  return holding >= Math.max(1, lines) && holding * PARTS >= Math.round(share * PARTS) * documents;
}
