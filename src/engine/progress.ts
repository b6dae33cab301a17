import type { Task } from './messages.js';
import type { PoolOptions } from './pool.js';

export interface Progress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly records: number;
}

/** Sums what the workers tell; a shard that is tried again starts anew. */
export function progressOf(
  tasks: readonly Task[],
  tell: (progress: Progress) => void,
): PoolOptions['onProgress'] {
  const totalBytes = tasks.reduce((sum, { shard }) => sum + shard.bytes, 0);
  const sofar = new Map<string, { bytes: number; records: number }>();
  const all = { bytes: 0, records: 0 };
  return ({ key }, bytes, records) => {
    const known = sofar.get(key) ?? { bytes: 0, records: 0 };
    const before = known.records <= records ? known.bytes : 0;
    sofar.set(key, { bytes: before + bytes, records });
    all.bytes += before + bytes - known.bytes;
    all.records += records - known.records;
    tell({ records: all.records, bytes: Math.min(all.bytes, totalBytes), totalBytes });
  };
}
