import { keyOptions } from '../../src/engine/key-rows.js';
import { loadPipeline } from '../../src/engine/load-pipeline.js';
import { loadSettings } from '../../src/engine/load-settings.js';
import { performTask } from '../../src/engine/perform-task.js';
import { orderOf } from '../../src/engine/messages.js';
import { outputOptions } from '../../src/engine/output-options.js';
import { readOptions } from '../../src/engine/read-options.js';
import { run } from '../../src/engine/run.js';
import type { Disk } from '../../src/core/disk.js';
import { FAULTS, faultyDisk } from './faulty-disk.js';
import { type MemoryDisk, memoryDisk } from './memory-disk.js';

/** Where the output lies; in memory only. */
const OUTPUT = '/out';
/** Files that say nothing about the corpus. */
const PASSING = [`${OUTPUT}/.limpia/tmp/`, `${OUTPUT}/.limpia/lock`];

export interface Sweep {
  /** Disk calls of an undisturbed run: each of them meets each fault. */
  readonly calls: number;
  readonly injections: number;
  /** What went wrong, one line each. */
  readonly differences: readonly string[];
}

export interface SweepOptions {
  /** Folders of input, one for each run: the second finds the output of the first. */
  readonly inputs: readonly string[];
  readonly rules: string;
  /** A wrong way of writing, to see that it is caught. */
  readonly spoil?: (disk: Disk) => Disk;
}

/**
 * Disturbs every disk call of the last run in turn, by every fault; then runs again on a healthy disk, and compares
 * with an undisturbed run, byte by byte.
 */
export async function sweep({ inputs, rules, spoil = disk => disk }: SweepOptions): Promise<Sweep> {
  const start = memoryDisk(OUTPUT);
  const runOn = runner(rules);
  for (const input of inputs.slice(0, -1)) await runOn(start, input);
  const input = inputs.at(-1) ?? '';

  const undisturbed = start.next(false);
  const counter = faultyDisk(spoil(undisturbed));
  await runOn(counter.disk, input);
  const [expected, calls] = [snapshot(undisturbed), counter.calls()];
  const whole = await publishedBy(start, disk => runOn(disk, input), spoil);

  const differences: string[] = [];
  let injections = 0;
  for (const fault of FAULTS) {
    for (let at = 0; at < calls; at++) {
      injections++;
      const disk = start.next(false);
      await runOn(faultyDisk(spoil(disk), at, fault).disk, input).catch(() => undefined);
      const found = disk.next(fault === 'cut');
      const partial = fault === 'kill' ? partialFiles(found, whole) : [];
      const failed = await runOn(spoil(found), input).then(
        () => [],
        (error: unknown) => [`the next run fails: ${String(error)}`],
      );
      const what = [...partial, ...failed, ...compare(expected, snapshot(found))];
      differences.push(...what.map(line => `${fault} at call ${at}: ${line}`));
    }
  }
  return { calls, injections, differences };
}

type Run = (disk: Disk, input: string) => Promise<void>;

/** A run in this process: the worker's own code without the thread. */
function runner(rules: string): Run {
  const settings = loadSettings({ rules });
  const work = loadPipeline(settings.rules, settings.config);
  const watch = { begin: () => undefined, end: () => undefined, progress: () => undefined };
  return async (disk, input) => {
    const setting = {
      disk,
      input,
      output: OUTPUT,
      settings: settings.hashes.all,
      read: readOptions(settings.config),
      write: outputOptions(settings.config),
      ...work,
      keys: keyOptions(settings.config),
    };
    await run({
      ...settings,
      disk,
      input,
      output: OUTPUT,
      workers: 1,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      pool: async (tasks, { onDone }) => {
        for (const task of tasks) onDone(await performTask(setting, orderOf(task), watch), undefined);
      },
    });
  };
}

function snapshot(disk: MemoryDisk): Map<string, string> {
  const files = [...disk.files()].filter(([path]) => !PASSING.some(start => path.startsWith(start)));
  return new Map(files.map(([path, content]) => [path, content.toString('latin1')]));
}

function compare(expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter(path => expected.get(path) !== found.get(path))
    .map(path => `${path} is ${found.has(path) ? (expected.has(path) ? 'other' : 'too many') : 'missing'}`);
}

/** Every content that an undisturbed run gives a final name, and those that were there before. */
async function publishedBy(
  start: MemoryDisk,
  runOn: (disk: Disk) => Promise<void>,
  spoil: (disk: Disk) => Disk,
): Promise<ReadonlySet<string>> {
  const known = new Set([...snapshot(start)].map(([path, content]) => `${path}\0${content}`));
  const memory = start.next(false);
  const note = (path: string): void => {
    known.add(`${path}\0${memory.readFile(path).toString('latin1')}`);
  };
  await runOn(
    spoil({
      ...memory,
      rename: (from, to) => {
        memory.rename(from, to);
        note(to);
      },
    }),
  );
  for (const [path, content] of snapshot(memory)) known.add(`${path}\0${content}`);
  return known;
}

function partialFiles(disk: MemoryDisk, whole: ReadonlySet<string>): string[] {
  return [...snapshot(disk)]
    .filter(([path, content]) => !whole.has(`${path}\0${content}`))
    .map(([path]) => `${path} is there in part`);
}
