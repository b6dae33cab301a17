import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePointCounter, codePointLength, utf16Counter } from '../../src/core/offsets.js';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', '😀', 'é', '\ud83d', '\ude00'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

it('counts code points as iteration does', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(codePointLength(text)).toBe([...text].length);
    }),
  );
});

it('turns UTF-16 offsets into code points and back', () => {
  fc.assert(
    fc.property(anyText, text => {
      const boundaries = [0];
      for (const char of text) boundaries.push((boundaries.at(-1) ?? 0) + char.length);
      const toPoints = codePointCounter(text);
      const toUnits = utf16Counter(text);
      boundaries.forEach((offset, points) => {
        expect(toPoints(offset)).toBe(points);
        expect(toUnits(points)).toBe(offset);
      });
    }),
  );
});
