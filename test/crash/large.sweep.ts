import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { CLI, folder, limpia, tree } from '../support/cli.js';
import { documents, jsonLines } from '../support/corpus.js';
import { random } from '../support/random.js';
import { inputs } from './inputs.js';
import { sweep } from './sweep.js';

const KILLS = 200;

it('every disk call of a larger run meets every fault', async () => {
  const { calls, injections, differences } = await sweep(inputs(60));
  process.stdout.write(`${calls} calls, ${injections} injections, ${differences.length} differences\n`);
  expect(differences).toEqual([]);
});

it(`the process is killed ${KILLS} times at random, and run again`, async () => {
  const texts = documents(80, 9).map((text, i): [string, string] => [`raw/${i % 7}/${i}.txt`, text]);
  const files: Record<string, string> = {
    'rules/pipeline.yml': 'shard: 32 KiB\n',
    'raw/feed.jsonl': jsonLines(900, 3),
    ...Object.fromEntries(texts),
  };
  const calm = folder(files);
  const started = performance.now();
  expect(limpia(['clean'], { cwd: calm }).status).toBe(0);
  const duration = performance.now() - started;
  const expected = tree(join(calm, 'clean'));

  const next = random(21);
  let [killed, root] = [0, folder(files)];
  while (killed < KILLS) {
    const child = spawn(process.execPath, [CLI, 'clean', '--workers', '2'], { cwd: root, stdio: 'ignore' });
    const exit = once(child, 'exit');
    await Promise.race([exit, wait(duration * next())]);
    if (child.exitCode === null) {
      child.kill('SIGKILL');
      killed++;
      await exit;
      continue;
    }
    // It came to its end in time: the output must be right, and the next kills get a new folder.
    expect(tree(join(root, 'clean'))).toEqual(expected);
    root = folder(files);
  }
  expect(limpia(['clean'], { cwd: root }).status).toBe(0);
  expect(tree(join(root, 'clean'))).toEqual(expected);
});
