import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clean, LimpiaError, type Progress } from '../../dist/index.js';
import { folder, limpia, lines, tree } from '../support/cli.js';
import { jsonLines } from '../support/corpus.js';

const FILES = { 'raw/a.jsonl': jsonLines(400, 3), 'rules/pipeline.yml': 'shard: 32 KiB\n' };

it('clean() writes what the command writes, and tells what it did', async () => {
  const root = folder(FILES);
  const [input, out, rules] = ['raw', 'out', 'rules'].map(name => join(root, name)) as [
    string,
    string,
    string,
  ];
  const seen: Progress[] = [];
  const result = await clean(input, { out, rules, workers: 1, onProgress: progress => seen.push(progress) });
  expect(result?.counts.kept).toBe(lines(out).length);
  expect(result?.manifest?.totals.records).toBe(400);
  expect(result?.manifest).toEqual(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')));
  expect(seen.at(-1)?.bytes).toBe(seen.at(-1)?.totalBytes);
  expect(limpia(['clean'], { cwd: root }).status).toBe(0);
  expect(tree(out)).toEqual(tree(join(root, 'clean')));
});

it('two runs at once on one folder: the second is refused; stopped, the first leaves no manifest', async () => {
  const root = folder(FILES);
  const [input, out, rules] = ['raw', 'out', 'rules'].map(name => join(root, name)) as [
    string,
    string,
    string,
  ];
  const stop = new AbortController();
  const first = clean(input, { out, rules, signal: stop.signal });
  await expect(clean(input, { out, rules })).rejects.toThrow('is being written by another run');
  stop.abort();
  expect((await first)?.manifest).toBeUndefined();
  expect((await clean(input, { out, rules }))?.manifest?.totals.records).toBe(400);
});

it.each<[string, Record<string, string>, RegExp]>([
  ['nothing to read', { 'raw/.gitkeep': '', 'rules/.gitkeep': '' }, /Nothing to read/],
  ['a faulty rule', { ...FILES, 'rules/x.yml': 'rules: {a: {lien: x}}\n' }, /x\.yml:1:\d+/],
])('clean() throws what a user can act on: %s', async (_, files, message) => {
  const root = folder(files);
  const call = clean(join(root, 'raw'), { out: join(root, 'out'), rules: join(root, 'rules') });
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LimpiaError);
  expect(String(error)).toMatch(message);
});
