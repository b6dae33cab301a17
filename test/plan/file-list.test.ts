import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileList } from '../../src/plan/file-list.js';
import type { InputFile } from '../../src/plan/input-file.js';

const file = fc.record({
  path: fc.string({ unit: 'binary', maxLength: 12 }),
  size: fc.maxSafeNat(),
  mtimeMs: fc.double({ noNaN: true }),
  splittable: fc.boolean(),
});
const files = fc
  .uniqueArray(file, { selector: ({ path }) => path, maxLength: 40 })
  .map(all => all.sort((a, b) => (a.path < b.path ? -1 : 1)));

/** More than are packed together. */
const many: InputFile[] = Array.from({ length: 10_000 }, (_, i) => ({
  path: `folder-${String(Math.floor(i / 300)).padStart(3, '0')}/file-${String(i).padStart(5, '0')}.txt`,
  size: i,
  mtimeMs: i + 0.25,
  splittable: i % 7 === 0,
}));

it('gives back what was put in', () => {
  fc.assert(
    fc.property(files, all => {
      const list = fileList(all);
      expect([...list]).toEqual(all);
      expect(list.length).toBe(all.length);
      for (const { path } of all) expect(list.has(path)).toBe(true);
      expect(list.has(`${all.at(-1)?.path ?? ''}?`)).toBe(false);
    }),
  );
});

it('gives stretches of a long list, and knows what it holds', () => {
  const list = fileList(many);
  fc.assert(
    fc.property(fc.nat(many.length), fc.nat(many.length), (a, b) => {
      expect(list.slice(Math.min(a, b), Math.max(a, b))).toEqual(many.slice(Math.min(a, b), Math.max(a, b)));
    }),
  );
  expect(many.filter(({ path }) => !list.has(path))).toEqual([]);
  expect(['', 'a', 'folder-000/file-00000', 'folder-013/file-04096', 'z'].filter(list.has)).toEqual([]);
});
