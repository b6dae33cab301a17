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

/** The run of lines with the largest sum, prose counting for and other lines against it (Kadane's algorithm). */
export function bestWindow(prose: readonly number[]): Window {
  let best = { first: 0, last: -1, sum: 0 };
  let [first, sum] = [0, 0];
  prose.forEach((units, i) => {
    if (sum <= 0) [first, sum] = [i, 0];
    sum += units > 0 ? Math.min(units, MOST) : -GAP;
    if (sum > best.sum) best = { first, last: i, sum };
  });
  const units = prose.slice(best.first, best.last + 1).reduce((all, one) => all + one, 0);
  return { first: best.first, last: best.last, units };
}
