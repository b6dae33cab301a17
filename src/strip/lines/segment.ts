/** A run of lines. */
export interface Segment {
  readonly first: number;
  /** Below `first` when there is no run. */
  readonly last: number;
}

/** The run of lines with the largest sum (Kadane's algorithm); no run when no line counts for one. */
export function bestSegment(values: ArrayLike<number>): Segment {
  let [bestFirst, bestLast, bestSum] = [0, -1, 0];
  let [first, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (sum <= 0) {
      first = i;
      sum = 0;
    }
    sum += values[i] ?? 0;
    if (sum > bestSum) [bestFirst, bestLast, bestSum] = [first, i, sum];
  }
  return { first: bestFirst, last: bestLast };
}

/** Lines to the nearer end of a run, counted from 1 inside of it and below 0 outside; at most `far` either way. */
export function edgeOf({ first, last }: Segment, i: number, far: number): number {
  if (i < first) return -Math.min(far, first - i);
  if (i > last) return -Math.min(far, i - last);
  return Math.min(far, i - first + 1, last - i + 1);
}
