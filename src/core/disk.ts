/**
 * Every call that touches the output goes through this interface, so that tests can make each of them fail.
 * All calls are synchronous: a worker thread reads, cleans and writes by itself. All throw the system's error.
 */
export interface Disk {
  /** Size in bytes and modification time in milliseconds, or undefined when nothing is there. */
  stat(path: string): FileStat | undefined;
  /** Names in a folder, sorted by code unit; empty when there is no such folder. */
  list(folder: string): string[];
  readFile(path: string): Buffer;
  openRead(path: string): ReadHandle;
  /** Opens for writing, empty. */
  openWrite(path: string): WriteHandle;
  /** Creates a file with this content; false when it exists already. */
  createExclusive(path: string, content: string): boolean;
  makeFolder(path: string): void;
  rename(from: string, to: string): void;
  /** Removes a file; no error when it is gone already. */
  remove(path: string): void;
  /** Removes a folder that is empty; leaves any other. */
  removeFolder(path: string): void;
  /** Makes renames and removals in a folder durable. */
  syncFolder(path: string): void;
}

export interface FileStat {
  readonly size: number;
  readonly mtimeMs: number;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

export interface ReadHandle {
  /** Fills `into` from `position` (bytes); returns how many bytes came, 0 at the end. */
  read(into: Uint8Array, position: number): number;
  close(): void;
}

/** Fills `into` from `position` (bytes); false where the file ends before. */
export function readFully(file: ReadHandle, into: Uint8Array, position: number): boolean {
  for (let at = 0; at < into.length;) {
    const count = file.read(into.subarray(at), position + at);
    if (count === 0) return false;
    at += count;
  }
  return true;
}

export interface WriteHandle {
  write(bytes: Uint8Array): void;
  /** Makes what was written durable. */
  sync(): void;
  close(): void;
}
