import type { Disk } from '../../src/core/disk.js';

/** `kill` and `cut` end the process at a call; the others are errors of one call. */
export const FAULTS = ['kill', 'cut', 'ENOSPC', 'EIO', 'EMFILE'] as const;
export type Fault = (typeof FAULTS)[number];

/** Thrown by every call from the moment that the process is dead. */
export class Killed extends Error {}

export interface FaultyDisk {
  readonly disk: Disk;
  /** Calls so far. */
  readonly calls: () => number;
}

/** A disk on which call number `at` (from 0) meets a fault; with no fault it only counts. */
export function faultyDisk(real: Disk, at = -1, fault: Fault = 'kill'): FaultyDisk {
  let calls = 0;
  let dead = false;
  const step = <T>(call: () => T): T => {
    if (dead) throw new Killed();
    if (calls++ === at) {
      if (fault === 'kill' || fault === 'cut') {
        dead = true;
        throw new Killed();
      }
      throw Object.assign(new Error(`${fault}: injected`), { code: fault });
    }
    return call();
  };
  const disk: Disk = {
    stat: path => step(() => real.stat(path)),
    list: folder => step(() => real.list(folder)),
    readFile: path => step(() => real.readFile(path)),
    openRead: path => {
      const handle = step(() => real.openRead(path));
      return {
        read: (into, position) => step(() => handle.read(into, position)),
        close: () => {
          handle.close();
        },
      };
    },
    openWrite: path => {
      const handle = step(() => real.openWrite(path));
      return {
        write: bytes => {
          step(() => {
            handle.write(bytes);
          });
        },
        sync: () => {
          step(() => {
            handle.sync();
          });
        },
        close: () => {
          step(() => {
            handle.close();
          });
        },
      };
    },
    createExclusive: (path, content) => step(() => real.createExclusive(path, content)),
    makeFolder: path => {
      step(() => {
        real.makeFolder(path);
      });
    },
    rename: (from, to) => {
      step(() => {
        real.rename(from, to);
      });
    },
    remove: path => {
      step(() => {
        real.remove(path);
      });
    },
    removeFolder: path => {
      step(() => {
        real.removeFolder(path);
      });
    },
    syncFolder: path => {
      step(() => {
        real.syncFolder(path);
      });
    },
  };
  return { disk, calls: () => calls };
}
