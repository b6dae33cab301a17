import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CLI, folder, limpia, lines, tree } from '../support/cli.js';
import { jsonLines } from '../support/corpus.js';

/** Tests of what the system itself does; no stand-in for a disk. */

const FILES = {
  'rules/pipeline.yml': 'shard: 32 KiB\n',
  'raw/a.jsonl': jsonLines(400, 3),
  'raw/b.jsonl': jsonLines(400, 4),
};

const clean = (root: string, out = 'clean') =>
  limpia(['clean', 'raw', '--out', out, '--workers', '1'], { cwd: root });

const isLinux = process.platform === 'linux';
const isRoot = isLinux && process.getuid?.() === 0;
const hasStrace = isLinux && spawnSync('strace', ['-V']).status === 0;
if (process.env['CI'] === 'true' && !(isRoot && hasStrace))
  throw new Error('CI has to run these tests: as root on Linux, with strace');

/** A file system of its own, below `root`. */
function fileSystem(root: string, options: string): string {
  const path = join(root, 'disk');
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', path]);
  });
  return path;
}

/** Whatever stands under a final name is whole. */
function expectWhole(out: string): void {
  const parts = readdirSync(out, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && !entry.parentPath.includes('.limpia') && entry.name.endsWith('.jsonl'),
  );
  for (const { parentPath, name } of parts) {
    const text = readFileSync(join(parentPath, name), 'utf8');
    expect(text === '' || text.endsWith('\n')).toBe(true);
    for (const line of text.split('\n').filter(Boolean)) JSON.parse(line);
  }
}

describe.skipIf(!isRoot)('a disk', () => {
  it('that is full ends the run and says so; with room again it goes on', () => {
    const root = folder(FILES);
    expect(clean(root, 'undisturbed').status).toBe(0);
    const disk = fileSystem(root, 'size=256k');
    const out = join(disk, 'clean');
    const { status, stderr } = clean(root, out);
    expect(stderr).toMatch(/The disk is full\.[\s\S]*Run again to go on/);
    expect(status).toBe(5);
    expectWhole(out);
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    expect(clean(root, out).status).toBe(0);
    expect(tree(out)).toEqual(tree(join(root, 'undisturbed')));
  });

  it('that is read-only is named, and nothing is begun', () => {
    const root = folder(FILES);
    const disk = fileSystem(root, 'size=1m,ro');
    const { status, stderr } = clean(root, join(disk, 'clean'));
    expect(stderr).toMatch(/The disk is read-only\./);
    expect(status).toBe(5);
  });
});

it.skipIf(!isLinux)('a place where no folder can be made is named', () => {
  const { status, stderr } = limpia(['init', '/proc/limpia']);
  expect(stderr).toMatch(/has no permission there\. No folder can be made at \/proc\/limpia/);
  expect(status).toBe(5);
});

describe.skipIf(!existsSync('/dev/full'))('a standard output that takes nothing', () => {
  it.each([['clean', '--json'], ['repair', '--explain'], ['lang'], ['rules', 'schema']])(
    '%s %s',
    (...args) => {
      const root = folder(FILES);
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], {
        cwd: root,
        input: 'The ferry left the harbour before the fog had lifted.\n',
        stdio: ['pipe', openSync('/dev/full', 'w'), 'pipe'],
        encoding: 'utf8',
      });
      expect(stderr).toContain('The disk is full.');
      expect(stderr).not.toMatch(/\n {4}at /);
      expect(status).toBe(5);
    },
  );
});

describe.skipIf(!hasStrace)('an error of the disk at a call of the system', () => {
  it.each(['fsync', 'rename', 'mkdir'])('%s', call => {
    const root = folder(FILES);
    expect(clean(root, 'undisturbed').status).toBe(0);
    const run = spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        `inject=${call}:error=EIO:when=5+9`,
        process.execPath,
        CLI,
        'clean',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect([run.status, run.stderr]).toEqual([5, expect.stringMatching(/The disk reports an error\./)]);
    if (existsSync(join(root, 'clean'))) expectWhole(join(root, 'clean'));
    expect(clean(root).status).toBe(0);
    expect(tree(join(root, 'clean'))).toEqual(tree(join(root, 'undisturbed')));
  });
});

/** Starts a run and holds it still as soon as it has committed something. */
async function heldRun(root: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CLI, 'clean', '--workers', '1'], { cwd: root, stdio: 'ignore' });
  const ledger = join(root, 'clean/.limpia/ledger');
  while (child.exitCode === null && (!existsSync(ledger) || readdirSync(ledger).length === 0)) await wait(5);
  child.kill('SIGSTOP');
  return child;
}

describe.skipIf(!isLinux)('an input that changes during the run', () => {
  it.each<[string, (path: string) => void]>([
    [
      'grows',
      path => {
        appendFileSync(path, `\n${jsonLines(50, 9)}`);
      },
    ],
    [
      'shrinks',
      path => {
        truncateSync(path, 50_000);
      },
    ],
    [
      'vanishes',
      path => {
        unlinkSync(path);
      },
    ],
    [
      'is replaced by a folder',
      path => {
        renameSync(path, `${path}.bak`);
        mkdirSync(path);
      },
    ],
  ])('%s: the run ends well, and the next one makes it right', async (_, change) => {
    const root = folder({ ...FILES, 'raw/z.jsonl': jsonLines(400, 8) });
    const child = await heldRun(root);
    const exit = once(child, 'exit');
    change(join(root, 'raw/z.jsonl'));
    child.kill('SIGCONT');
    await exit;
    expect(child.exitCode).toBe(0);
    expectWhole(join(root, 'clean'));
    expect(
      lines(join(root, 'clean')).filter(({ metadata }) => metadata.path === 'a.jsonl').length,
    ).toBeGreaterThan(100);
    expect(clean(root).status).toBe(0);
    expect(clean(root, 'scratch').status).toBe(0);
    expect(tree(join(root, 'clean'))).toEqual(tree(join(root, 'scratch')));
  });
});

describe.skipIf(process.platform === 'win32')('told to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s, it says how to go on', async signal => {
    const root = folder({ ...FILES, 'raw/z.jsonl': jsonLines(8000, 8) });
    const child = spawn(process.execPath, [CLI, 'clean'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while (!existsSync(join(root, 'clean/.limpia/lock'))) await wait(5);
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    expect(said).toContain('run again to go on');
    expect(child.exitCode).toBe(130);
  });
});
