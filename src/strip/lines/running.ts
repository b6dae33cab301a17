/** Sums of what each item gives before each index; one more than there are items. */
export function sums<T>(items: ArrayLike<T>, value: (item: T, i: number) => number): Float64Array {
  const all = new Float64Array(items.length + 1);
  for (let i = 0; i < items.length; i++) all[i + 1] = (all[i] ?? 0) + value(items[i] as T, i);
  return all;
}

/** What stands in `[from, to)` of what `sums` has summed; ends beyond the list are moved to its ends. */
export function between(sum: Float64Array, from: number, to: number): number {
  return (sum[Math.min(sum.length - 1, to)] ?? 0) - (sum[Math.max(0, from)] ?? 0);
}

/** Lines since the last that is asked for, the line itself not counted; at most `far`. */
export function since(count: number, far: number, isOne: (i: number) => boolean): Uint8Array {
  let distance = far;
  return Uint8Array.from({ length: count }, (_, i) => {
    const own = distance;
    distance = isOne(i) ? 1 : Math.min(far, distance + 1);
    return own;
  });
}

/** Lines to the next that is asked for. */
export function until(count: number, far: number, isOne: (i: number) => boolean): Uint8Array {
  return since(count, far, i => isOne(count - 1 - i)).reverse();
}
