import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './root.js';

const run = promisify(execFile);

/** The version that the pinned packages are for. */
const PYTHON = '3.11';
const CACHE = join(ROOT, '.build/python');

/**
 * A virtual environment with what a file of pinned packages names: its interpreter. It is made at the first call on
 * a machine, which takes half a minute or so, and again when the file changes.
 * @throws Error when there is no such Python, or a package cannot be had.
 */
export async function environment(requirements: string): Promise<string> {
  const contents = `${PYTHON}\0${readFileSync(requirements, 'utf8')}`;
  const folder = join(CACHE, createHash('sha256').update(contents).digest('hex').slice(0, 12));
  const interpreter = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return interpreter;
  const system = await systemPython();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.stderr.write(`Setting up Python packages for the tests, once: ${requirements}\n`);
  await run(system, ['-m', 'venv', folder]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--disable-pip-version-check'];
  await run(interpreter, [...pip, '-r', requirements], { maxBuffer: 1 << 26 });
  writeFileSync(ready, '');
  return interpreter;
}

async function systemPython(): Promise<string> {
  for (const name of [`python${PYTHON}`, 'python3', 'python']) {
    const version = await run(name, ['--version']).then(
      ({ stdout }) => stdout,
      () => '',
    );
    if (version.startsWith(`Python ${PYTHON}.`)) return name;
  }
  throw new Error(`There is no Python ${PYTHON} here.`);
}

/**
 * All environments, or why they cannot be had. On a developer's machine tests that need them are then skipped.
 * @throws Error in CI, which must not skip them.
 */
export async function environments<Name extends string>(
  requirements: Readonly<Record<Name, string>>,
): Promise<{ readonly interpreters: Readonly<Record<Name, string>>; readonly missing: boolean }> {
  const names = Object.keys(requirements) as Name[];
  try {
    const made = await Promise.all(
      names.map(async name => [name, await environment(requirements[name])] as const),
    );
    return { interpreters: Object.fromEntries(made) as Record<Name, string>, missing: false };
  } catch (error) {
    const why = `The tests that read limpia's output with Python libraries cannot run: ${error instanceof Error ? error.message : String(error)}`;
    if (process.env['CI'] === 'true') throw new Error(why, { cause: error });
    process.stderr.write(`${why} They are skipped.\n`);
    const none = Object.fromEntries(names.map(name => [name, ''])) as Record<Name, string>;
    return { interpreters: none, missing: true };
  }
}
