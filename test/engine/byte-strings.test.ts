import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteStrings } from '../../src/engine/byte-strings.js';

it('gives back each of many strings, however long', () => {
  const length = fc.oneof(fc.nat(40), fc.integer({ min: 60_000, max: 70_000 }));
  fc.assert(
    fc.property(fc.array(length, { minLength: 20, maxLength: 120 }), lengths => {
      const texts = lengths.map((size, i) => `${i}:`.padEnd(size, String.fromCharCode(33 + (i % 90))));
      const strings = byteStrings(texts.length);
      texts.forEach(strings.push);
      for (const i of texts.keys()) if (strings.at(i) !== texts[i]) expect(strings.at(i)).toBe(texts[i]);
      expect(strings.at(texts.length)).toBe('');
    }),
    { numRuns: 60 },
  );
});

it('begins a new block behind one that is full to the last byte', () => {
  const texts = [
    ...Array.from({ length: 16 }, (_, i) => String.fromCharCode(97 + i).repeat(1 << 16)),
    '',
    'z',
  ];
  const strings = byteStrings(texts.length);
  texts.forEach(strings.push);
  expect(texts.map((_, i) => strings.at(i))).toEqual(texts);
});
