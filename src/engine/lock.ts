import { hostname } from 'node:os';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { below, LOCK } from '../write/layout.js';

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
    const holder = parseHolder(disk, path);
    if (holder && (holder.host !== hostname() || isAlive(holder.pid)))
      throw new LimpiaError(
        `${root} is being written by process ${holder.pid} on ${holder.host}.`,
        EXIT.disk,
        `Wait for it, or remove ${path} if it is gone.`,
      );
    disk.remove(path);
  }
  throw new LimpiaError(`Cannot lock ${root}: another process keeps taking ${path}.`, EXIT.disk);
}

function parseHolder(disk: Disk, path: string): { pid: number; host: string } | undefined {
  try {
    return JSON.parse(disk.readFile(path).toString('utf8')) as { pid: number; host: string };
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
