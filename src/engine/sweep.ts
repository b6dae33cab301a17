import type { Disk } from '../core/disk.js';
import { below, LEDGER, ledgerPath, OUTPUTS } from '../write/layout.js';
import type { CommittedShard } from './ledger.js';

/** Removes what belongs to no shard of the plan any more. Called when all shards are committed, entries first. */
export function sweep(disk: Disk, output: string, entries: readonly CommittedShard[]): void {
  const current = new Set(
    entries.flatMap(({ key, parts }) => [ledgerPath(key), ...parts.map(({ path }) => path)]),
  );
  for (const folder of [LEDGER, ...OUTPUTS]) {
    const names = disk.list(below(output, folder));
    const stale = names.filter(
      name => !current.has(`${folder}/${name}`) && !sweepGroup(disk, output, `${folder}/${name}`, current),
    );
    for (const name of stale) disk.remove(below(output, `${folder}/${name}`));
    if (stale.length > 0) disk.syncFolder(below(output, folder));
  }
}

/** The same in the folder of one language, which goes when it is empty; false for what is no folder. */
function sweepGroup(disk: Disk, output: string, folder: string, current: ReadonlySet<string>): boolean {
  const path = below(output, folder);
  if (disk.stat(path)?.isFolder !== true) return false;
  const names = disk.list(path);
  const stale = names.filter(name => !current.has(`${folder}/${name}`));
  for (const name of stale) disk.remove(below(output, `${folder}/${name}`));
  if (stale.length < names.length) {
    if (stale.length > 0) disk.syncFolder(path);
    return true;
  }
  disk.removeFolder(path);
  disk.syncFolder(below(output, folder.slice(0, folder.lastIndexOf('/'))));
  return true;
}
