import { describe, expect, it } from 'vitest';
import { fileList } from '../../src/plan/file-list.js';
import type { InputFile } from '../../src/plan/input-file.js';
import { pack as packList } from '../../src/plan/pack.js';
import type { ShardItem } from '../../src/plan/shard.js';

const pack = (files: readonly InputFile[], target: number): { key: string; items: readonly ShardItem[] }[] =>
  packList(fileList(files), target).map(({ key, items }) => ({ key, items: items() }));

const small = (n: number): InputFile[] =>
  Array.from({ length: n }, (_, i) => ({
    path: `f${String(i).padStart(5, '0')}.txt`,
    size: 3000,
    mtimeMs: 0,
    splittable: false,
  }));
const keys = (files: readonly InputFile[]): string[] =>
  pack(files, 1 << 20).map(shard => shard.items.map(({ path, from, to }) => `${path}:${from}-${to}`).join());

describe('packing', () => {
  it('covers every byte of every file once, in order', () => {
    const files = [...small(1000), { path: 'z.jsonl', size: 5_000_000, mtimeMs: 0, splittable: true }];
    const items = pack(files, 1 << 20).flatMap(shard => shard.items);
    expect(items.filter(({ path }) => path !== 'z.jsonl').map(({ path }) => path)).toEqual(
      files.slice(0, -1).map(({ path }) => path),
    );
    const big = items.filter(({ path }) => path === 'z.jsonl');
    expect(big.map(({ from }) => from)).toEqual([0, ...big.slice(0, -1).map(({ to }) => to)]);
    expect(big.at(-1)?.to).toBe(5_000_000);
  });

  it('disturbs one or two shards when a file is added', () => {
    const before = keys(small(5000));
    expect(before.length).toBeGreaterThan(15);
    for (const path of ['a.txt', 'f02500b.txt', 'zz.txt']) {
      const files = [...small(5000), { path, size: 3000, mtimeMs: 0, splittable: false }].sort((a, b) =>
        a.path < b.path ? -1 : 1,
      );
      const after = new Set(keys(files));
      expect(before.filter(key => !after.has(key)).length).toBeLessThanOrEqual(2);
    }
  });

  it('disturbs the last shard only when a big file grows', () => {
    const cut = (size: number): string[] => keys([{ path: 'a.jsonl', size, mtimeMs: 0, splittable: true }]);
    const [before, after] = [cut(5_000_000), cut(5_000_100)];
    expect(before.filter(key => !after.includes(key))).toHaveLength(1);
  });

  it('gives every shard a key of its own', () => {
    const shards = pack(small(5000), 1 << 20);
    expect(new Set(shards.map(({ key }) => key)).size).toBe(shards.length);
  });
});
