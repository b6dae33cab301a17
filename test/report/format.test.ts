import { expect, it } from 'vitest';
import { formatBytes, formatSeconds, plural } from '../../src/report/format.js';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 KB'],
  [250_000_000, '250 MB'],
  [7e12, '7.0 TB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

it.each([
  [1.24, '1.2 s'],
  [48.2, '49 s'],
  [185, '3 min 5 s'],
  [7800, '2 h 10 min'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});

it('counts', () => {
  expect([plural(1, 'document'), plural(2, 'document')]).toEqual(['1 document', '2 documents']);
});
