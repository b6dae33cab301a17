import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyOptions } from '../../src/engine/key-rows.js';
import { loadPipeline } from '../../src/engine/load-pipeline.js';
import { loadSettings } from '../../src/engine/load-settings.js';
import { outputOptions } from '../../src/engine/output-options.js';
import { performTask } from '../../src/engine/perform-task.js';
import { readOptions } from '../../src/engine/read-options.js';
import { run } from '../../src/engine/run.js';
import { orderOf, type Task } from '../../src/engine/messages.js';
import { type MemoryDisk, memoryDisk } from '../crash/memory-disk.js';
import { folder } from '../support/cli.js';
import { pages, quoting } from './pages.js';

const OUT = '/out';

/** A run in this process, its tasks in an order of their own. */
async function clean(
  disk: MemoryDisk,
  root: string,
  { rules = 'rules', shuffle = (tasks: readonly Task[]) => [...tasks] } = {},
): Promise<MemoryDisk> {
  const settings = loadSettings({ rules: join(root, rules) });
  const { config } = settings;
  const setting = {
    disk,
    input: join(root, 'raw'),
    output: OUT,
    settings: settings.hashes.all,
    read: readOptions(config),
    write: outputOptions(config),
    ...loadPipeline(settings.rules, config),
    keys: keyOptions(config),
  };
  const watch = { begin: () => undefined, end: () => undefined, progress: () => undefined };
  await run({
    ...settings,
    disk,
    input: join(root, 'raw'),
    output: OUT,
    workers: 1,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    pool: async (tasks, { onDone }) => {
      for (const task of shuffle(tasks)) onDone(await performTask(setting, orderOf(task), watch), undefined);
    },
  });
  return disk;
}

/** What a user sees of the output. */
function seen(disk: MemoryDisk): Map<string, string> {
  return new Map(
    [...disk.files()]
      .filter(([path]) => !path.includes('/.limpia/'))
      .map(([path, content]): [string, string] => [path, content.toString('utf8')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const RULES = { 'rules/pipeline.yml': 'shard: 8 KiB\n' };

const PIECES = { 'rules/pipeline.yml': 'shard: 8 KiB\nduplicates: {paragraphs: keep-first}\n' };

it.each([
  ['documents', RULES, pages, 'audit/duplicates'],
  ['paragraphs', PIECES, quoting, 'audit/edits'],
  [
    'documents and paragraphs',
    PIECES,
    (from: number, to: number) => pages(from, to) + quoting(from, to),
    '.',
  ],
] as const)(
  '%s: files that come later, in any order, and files that go give the same bytes as a run from scratch',
  async (_, rules, corpus, told) => {
    const files = ['a', 'b', 'c'].map((name, i): [string, string] => [
      `raw/${name}.jsonl`,
      corpus(20 * i, 20 * i + 25),
    ]);
    const whole = folder({ ...rules, ...Object.fromEntries(files) });
    const expected = seen(await clean(memoryDisk(OUT), whole));
    expect([...expected.keys()].some(path => path.includes(told))).toBe(true);
    for (const order of [
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const disk = memoryDisk(OUT);
      for (let n = 1; n <= order.length; n++) {
        const some = order.slice(0, n).flatMap(i => (files[i] ? [files[i]] : []));
        await clean(disk, folder({ ...rules, ...Object.fromEntries(some) }));
      }
      expect(seen(disk)).toEqual(expected);
    }
    const disk = await clean(
      memoryDisk(OUT),
      folder({ ...rules, ...Object.fromEntries(files), 'raw/d.jsonl': corpus(50, 90) }),
    );
    expect(seen(await clean(disk, whole))).toEqual(expected);
    expect([...disk.files().keys()].filter(path => path.includes('.limpia/tmp/'))).toEqual([]);
  },
);

it('the order in which shards are done makes no difference', async () => {
  const root = folder({ ...RULES, 'raw/a.jsonl': pages(0, 60) });
  const expected = seen(await clean(memoryDisk(OUT), root));
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1000)), async numbers => {
      const shuffle = (tasks: readonly Task[]): Task[] =>
        tasks
          .map(task => ({ task, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ task }) => task);
      expect(seen(await clean(memoryDisk(OUT), root, { shuffle }))).toEqual(expected);
    }),
    { numRuns: 3 },
  );
});

it('compressed parts, folders of languages and left-out fields change nothing about what is decided', async () => {
  const root = folder({
    ...RULES,
    'raw/a.jsonl': pages(0, 60),
    'other/pipeline.yml': 'shard: 8 KiB\noutput: {gzip: true, by-language: true, fields: [lang]}\n',
  });
  const documents = (disk: MemoryDisk): string[] =>
    [...disk.files()]
      .filter(([path]) => path.includes('.limpia/documents'))
      .map(([, content]) => content.toString());
  const plain = await clean(memoryDisk(OUT), root);
  const other = await clean(memoryDisk(OUT), root, { rules: 'other' });
  expect(documents(other)).toEqual(documents(plain));
  expect([...other.files().keys()].some(path => /data\/\w{3}\/part-.*gz$/.test(path))).toBe(true);
  expect(seen(await clean(other, root))).toEqual(seen(plain));
});
