import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedNames } from '../../src/plan/sorted-names.js';
import { random } from '../support/random.js';

it('gives few names in order, some at a time', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (names, most) => {
        const sorted = sortedNames(names);
        const taken: string[] = [];
        for (let next = sorted.peek(); next !== undefined; next = sorted.peek()) {
          const some = sorted.take(most);
          expect(some[0]).toBe(next);
          expect(some.length).toBeLessThanOrEqual(most);
          taken.push(...some);
        }
        expect(taken).toEqual([...names].sort());
        expect(sorted.take(most)).toEqual([]);
      },
    ),
  );
});

it('gives more names than are packed together in order', () => {
  const next = random(5);
  const names = Array.from({ length: 200_000 }, (_, i) => `${Math.floor(next() * 1e6)}-é\u{10400}-${i}`);
  expect(sortedNames(names).take(names.length + 1)).toEqual([...names].sort());
});
