import { expect, it } from 'vitest';
import { addCounts, assertBalanced, count, noCounts } from '../../src/core/counts.js';

it('adds up in an order that does not depend on who counted first', () => {
  const [a, b] = [noCounts(), noCounts()];
  a.records = 2;
  count(a.edits, 'whitespace', 3);
  b.records = 1;
  count(b.edits, 'constructor');
  count(b.edits, 'whitespace');
  expect(JSON.stringify(addCounts([a, b]))).toBe(JSON.stringify(addCounts([b, a])));
  expect(addCounts([a, b])).toMatchObject({ records: 3, edits: { constructor: 1, whitespace: 4 } });
});

it('finds a record that is missing from the accounts', () => {
  const counts = noCounts();
  counts.records = 3;
  counts.kept = 1;
  count(counts.rejected, 'binary');
  expect(() => {
    assertBalanced(counts, 'shard x');
  }).toThrow(/shard x: 3 records in, but 1 kept \+ 0 dropped \+ 0 duplicates \+ 1 rejected/);
  count(counts.dropped, 'empty');
  expect(() => {
    assertBalanced(counts, 'shard x');
  }).not.toThrow();
});
