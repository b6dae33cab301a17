import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Layer } from '../../src/core/document.js';
import { applyLayers, replace } from '../../src/core/edits.js';
import { rejectedEntry, toFile, undoFile } from '../../src/write/audit.js';

const word = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '漢', ' '), maxLength: 8 });

/** Layers over a text of code points, each with edits at every third of its input. */
const layered = fc.tuple(word, fc.array(fc.tuple(word, word), { maxLength: 4 })).map(([text, inserts]) => {
  let current = text;
  const layers: Layer[] = inserts.map(([first, second], n) => {
    const points = [...current];
    const at = (share: number): number => points.slice(0, Math.floor(points.length * share)).join('').length;
    const edits = [
      replace(current, at(0), at(0.3), first, `s${n}`),
      replace(current, at(0.6), at(0.9), second, `s${n}`),
    ];
    const layer = { stage: `s${n}`, edits };
    current = applyLayers(current, [layer]);
    return layer;
  });
  return { text, layers, clean: current };
});

it('restores text and layers from the clean text and what the file says', () => {
  fc.assert(
    fc.property(layered, ({ text, layers, clean }) => {
      const stored = JSON.parse(JSON.stringify(toFile(text, layers))) as ReturnType<typeof toFile>;
      expect(undoFile(clean, stored)).toEqual({ text, layers });
    }),
  );
});

it('counts code points in files', () => {
  const layers = [{ stage: 's', edits: [replace('😀😀x', 4, 5, 'y', 's')] }];
  expect(toFile('😀😀x', layers)[0]?.edits[0]?.at).toBe(2);
});

it.each([
  ['text', Buffer.from('dañado'), 'utf-8', 'dañado'],
  ['bytes that are no text', Buffer.from([0xff, 0x00]), 'base64', '/wA='],
  ['more than a mebibyte', Buffer.alloc((1 << 20) + 1, 'a'), 'none', ''],
  ['what was never read', undefined, 'none', ''],
])('keeps a rejected record: %s', (_, bytes, encoding, expected) => {
  const entry = rejectedEntry(
    'l1-x',
    { path: 'a.txt', offset: 0, length: 1 },
    bytes,
    '',
    'binary',
    'no text',
  );
  expect([entry.encoding, entry.bytes]).toEqual([encoding, expected]);
});
