import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.js';

/**
 * A Python with packages that limpia is measured beside, below .build/ and made once; '' where there is no Python or PyPI
 * is out of reach. Unlike `environment` it lets pip resolve, and does without rather than fail.
 */
export function peerPython(name: string, packages: readonly string[], pip: readonly string[] = []): string {
  const folder = join(ROOT, '.build', name);
  const python = join(folder, 'bin/python');
  const ready = join(folder, 'ready');
  if (existsSync(ready) && readFileSync(ready, 'utf8') === packages.join()) return python;
  rmSync(folder, { recursive: true, force: true });
  process.stderr.write(`Setting up ${packages.join(', ')} from PyPI, once.\n`);
  spawnSync('python3', ['-m', 'venv', folder]);
  const { status } = spawnSync(python, ['-m', 'pip', '-q', 'install', ...pip, ...packages]);
  if (status !== 0) {
    process.stderr.write('They cannot be installed and are left out.\n');
    return '';
  }
  writeFileSync(ready, packages.join());
  return python;
}

/** The same, or the Python that `LIMPIA_BENCH_PYTHON` names, which has them. */
export function givenPython(name: string, packages: readonly string[]): string {
  const given = process.env['LIMPIA_BENCH_PYTHON'] ?? '';
  return given === '' ? peerPython(name, packages) : given;
}
