import { accessSync, constants, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, DEFAULT_CONFIG } from '../config/schema.js';
import type { Disk } from '../core/disk.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import { loadSettings } from '../engine/load-settings.js';
import { holderOf } from '../engine/lock.js';
import { checkFolders } from '../engine/output-folder.js';
import { discover } from '../plan/discover.js';
import { formatBytes, plural } from '../report/format.js';

/** One thing that a run needs. */
export interface Finding {
  readonly what: 'node' | 'rules' | 'input' | 'output' | 'space';
  /** What a run would end with because of it; 0 when it is fine. */
  readonly exitCode: ExitCode;
  readonly says: string;
  readonly hint: string;
  /** What has no effect; a run goes on all the same. */
  readonly warnings: readonly string[];
}

export interface Places {
  readonly disk: Disk;
  readonly input: string;
  readonly output: string;
  /** The folder of rules, if the user named one. */
  readonly rules?: string;
}

/** Looks at all that a run needs, and changes nothing. */
export function examine({ disk, input, output, rules }: Places): Finding[] {
  let config: Config = DEFAULT_CONFIG;
  let bytes = 0;
  return [
    check('node', node),
    check('rules', warn => {
      const settings = loadSettings(rules === undefined ? {} : { rules });
      ({ config } = settings);
      settings.warnings.forEach(warn);
      return `level ${config.level}, ${plural(settings.ruleCount, 'rule')}`;
    }),
    check('input', warn => {
      const { root, files, ignored, warnings } = discover(disk, input, config.input);
      warnings.forEach(warn);
      const closed: string[] = [];
      for (const { path, size } of files) {
        bytes += size;
        if (!isReadable(join(root, path))) closed.push(path);
      }
      const [first = ''] = closed;
      if (closed.length === files.length) accessSync(join(root, first), constants.R_OK);
      // A run rejects them one by one, and reads the others.
      if (closed.length > 0)
        warn(`${plural(closed.length, 'file')} cannot be read, ${first} first: a run rejects them.`);
      const others = ignored.length > 0 ? `, and ${ignored.length} that limpia does not read` : '';
      return `${plural(files.length, 'file')}, ${formatBytes(bytes)} in ${resolve(root)}${others}`;
    }),
    check('output', () => {
      checkFolders(disk, input, output);
      accessSync(existing(disk, output), constants.W_OK);
      const holder = holderOf(disk, output);
      if (holder)
        throw new LimpiaError(
          `${output} is being written by process ${holder.pid} on ${holder.host}.`,
          EXIT.disk,
        );
      return resolve(output);
    }),
    check('space', () => space(existing(disk, output), bytes)),
  ];
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function check(what: Finding['what'], look: (warn: (warning: string) => void) => string): Finding {
  const warnings: string[] = [];
  const warn = (warning: string): void => {
    warnings.push(warning);
  };
  try {
    return { what, exitCode: EXIT.ok, says: look(warn), hint: '', warnings };
  } catch (error) {
    if (error instanceof LimpiaError)
      return { what, exitCode: error.exitCode, says: error.message, hint: error.hint, warnings };
    const exitCode = what === 'input' ? EXIT.input : EXIT.disk;
    return {
      what,
      exitCode,
      says: error instanceof Error ? error.message : String(error),
      hint: '',
      warnings,
    };
  }
}

/** Major and minor version of Node that limpia needs at least. */
const NODE: readonly [major: number, minor: number] = [20, 19];

function node(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1]))
    throw new LimpiaError(
      `Node ${process.versions.node} is too old.`,
      EXIT.usage,
      `limpia needs ${NODE.join('.')}.`,
    );
  return process.versions.node;
}

/** Output and audit together take about this many times the input as it lies on disk; gzip makes it more. */
const SPACE_FACTOR = 2;

function space(folder: string, bytes: number): string {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const needed = bytes * SPACE_FACTOR;
  if (free < needed)
    throw new LimpiaError(
      `${formatBytes(free)} are free; this input may need ${formatBytes(needed)}.`,
      EXIT.disk,
      'Choose another disk with --out.',
    );
  return `${formatBytes(free)} free, about ${formatBytes(needed)} needed`;
}

/** The folder, or the nearest one above it that is there. */
function existing(disk: Disk, folder: string): string {
  const path = resolve(folder);
  return disk.stat(path) || dirname(path) === path ? path : existing(disk, dirname(path));
}
