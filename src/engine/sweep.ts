import type { Disk } from '../core/disk.js';
import { below, LEDGER, ledgerPath, OUTPUTS } from '../write/layout.js';
import type { LedgerEntry } from './ledger.js';

/** Removes what belongs to no shard of the plan any more. Called when all shards are committed, entries first. */
export function sweep(disk: Disk, output: string, entries: readonly LedgerEntry[]): void {
  const current = new Set(
    entries.flatMap(({ key, parts }) => [ledgerPath(key), ...parts.map(({ path }) => path)]),
  );
  for (const folder of [LEDGER, ...OUTPUTS]) {
    const stale = disk.list(below(output, folder)).filter(name => !current.has(`${folder}/${name}`));
    for (const name of stale) disk.remove(below(output, `${folder}/${name}`));
    if (stale.length > 0) disk.syncFolder(below(output, folder));
  }
}
