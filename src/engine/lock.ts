import { hostname } from 'node:os';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { below, LOCK } from '../write/layout.js';

export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Takes the output folder for this process; the returned function gives it back. A lock left by a dead process
 * of this machine is taken over.
 * @throws LimpiaError when another process holds it.
 */
export function lock(disk: Disk, root: string): () => void {
  const path = below(root, LOCK);
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let tries = 0; tries < 2; tries++) {
    if (disk.createExclusive(path, mine)) {
      return () => {
        disk.remove(path);
      };
    }
    const holder = holderOf(disk, root);
    if (holder)
      throw new LimpiaError(
        `${root} is being written by process ${holder.pid} on ${holder.host}.`,
        EXIT.disk,
        `Wait for it, or remove ${path} if it is gone.`,
      );
    disk.remove(path);
  }
  throw new LimpiaError(`Cannot lock ${root}: another process keeps taking ${path}.`, EXIT.disk);
}

/** The other process that writes to an output folder; a dead one of this machine does not count. */
export function holderOf(disk: Disk, root: string): Holder | undefined {
  const holder = parseHolder(disk, below(root, LOCK));
  return holder && (holder.host !== hostname() || isAlive(holder.pid)) ? holder : undefined;
}

function parseHolder(disk: Disk, path: string): Holder | undefined {
  try {
    return JSON.parse(disk.readFile(path).toString('utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
