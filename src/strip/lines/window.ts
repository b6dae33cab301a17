import { bestSegment } from './segment.js';

/** What a line without prose costs a window, in units of prose: so many lines of furniture end an article. */
const GAP = 60;
/** A line counts no more than this, so that one long line does not make a window of its own. */
const MOST = 400;

export interface Window {
  readonly first: number;
  readonly last: number;
  /** Prose in the window, in the units that came in. */
  readonly units: number;
}

/** The run of lines with the largest sum, prose counting for and other lines against it. */
export function bestWindow(prose: readonly number[]): Window {
  const { first, last } = bestSegment(prose.map(units => (units > 0 ? Math.min(units, MOST) : -GAP)));
  const units = prose.slice(first, last + 1).reduce((all, one) => all + one, 0);
  return { first, last, units };
}
