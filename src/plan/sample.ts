import type { Shard, ShardItem } from './shard.js';

/**
 * At most `count` records, spread over the input by bytes: each stretch of a file gives as many of its first records
 * as it has of `count` points at equal distances. The same for the same input.
 */
export function sampleOf(shards: readonly Shard[], count: number): Shard[] {
  const total = shards.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  let taken = 0;
  const sampled = (item: ShardItem): ShardItem[] => {
    before += item.to - item.from;
    // Points stand in the middle of equal stretches, so that the first of one lies in the middle of the input.
    const upTo = Math.floor((before / total) * count + 0.5);
    const take = upTo - taken;
    taken = upTo;
    return take > 0 ? [{ ...item, take }] : [];
  };
  return shards.flatMap(({ key, items }): Shard[] => {
    const some = items().flatMap(sampled);
    const bytes = some.reduce((sum, { from, to }) => sum + to - from, 0);
    return some.length > 0 ? [{ key, bytes, items: () => some }] : [];
  });
}
