import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../src/tag/shares.js';

describe('sharesOf', () => {
  it.each([
    [
      { eng: 3, spa: 1 },
      [
        ['eng', 0.75],
        ['spa', 0.25],
      ],
    ],
    [
      { fra: 1, eng: 1, spa: 1 },
      [
        ['eng', 0.34],
        ['fra', 0.33],
        ['spa', 0.33],
      ],
    ],
    [{ eng: 9999, spa: 1 }, [['eng', 1]]],
    [{ eng: 0 }, []],
    [{}, []],
  ])('%j', (letters, shares) => {
    expect(sharesOf(new Map(Object.entries(letters)))).toEqual(shares);
  });

  it('sums to one hundred hundredths, whatever the order', () => {
    const letters = fc.dictionary(fc.stringMatching(/^[a-z]{3}$/), fc.integer({ min: 1, max: 1e6 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(letters, counts => {
        const entries = Object.entries(counts);
        const shares = sharesOf(new Map(entries));
        expect(shares.reduce((sum, [, share]) => sum + Math.round(share * 100), 0)).toBe(100);
        expect(sharesOf(new Map(entries.reverse()))).toEqual(shares);
      }),
    );
  });
});
