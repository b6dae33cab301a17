import { describe, expect, it } from 'vitest';
import { memoryBins } from '../../src/settle/bins.js';
import { type Pairs, candidates } from '../../src/settle/candidates.js';
import { pairStore } from '../../src/settle/pair-store.js';

/** Pairs of so many documents that all share one key. */
function pairsOf(documents: number): Pairs[] {
  const found = candidates(new Uint32Array(documents).fill(1), 0.8, documents, memoryBins);
  const key = Uint32Array.of(7, 9);
  for (let rank = 0; rank < documents; rank++) found.add(rank, key);
  return [...found.pairs()];
}

describe('documents that share a key', () => {
  it('meet each other where they are few', () => {
    const pairs = pairsOf(48);
    expect(pairs.map(({ later }) => later)).toEqual(Array.from({ length: 47 }, (_, i) => i + 1));
    for (const { later, earlier } of pairs) expect(earlier).toEqual([...Array(later).keys()]);
  });

  it('meet the first and those next to them where they are so many that their pairs are sorted in stretches', () => {
    const documents = 150_000;
    const pairs = pairsOf(documents);
    expect(pairs).toHaveLength(documents - 1);
    // More than two stretches of 2 million.
    expect(pairs.reduce((sum, { earlier }) => sum + earlier.length, 0)).toBeGreaterThan(4.5e6);
    for (const [i, { later, earlier }] of pairs.entries()) {
      const next = Math.max(16, later - 16);
      const isRight =
        later === i + 1 &&
        earlier.length === Math.min(16, later) + later - Math.min(next, later) &&
        earlier.every((rank, at) => rank === (at < 16 ? at : next + at - 16));
      if (!isRight)
        expect({ later, earlier }).toEqual({ later: i + 1, earlier: [...Array(16).keys(), next] });
    }
  });
});

it('tells again of pairs as they were put', () => {
  const store = pairStore(memoryBins);
  const pairs = [
    { later: 3, earlier: [0, 2] },
    { later: 4, earlier: [3] },
    { later: 9, earlier: [8, 1, 5] },
  ];
  pairs.forEach(store.put);
  expect([...store.all()]).toEqual(pairs);
  expect([...store.all()]).toEqual(pairs);
  expect([...pairStore(memoryBins).all()]).toEqual([]);
});
