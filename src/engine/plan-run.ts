import type { Config } from '../config/schema.js';
import type { Disk } from '../core/disk.js';
import { discover, type Discovery } from '../plan/discover.js';
import { pack } from '../plan/pack.js';
import { sampleOf } from '../plan/sample.js';
import type { Shard } from '../plan/shard.js';
import { type CommittedShard, ledgerEntries, withoutItems } from './ledger.js';
import { checkFolders } from './output-folder.js';
import type { SettingsHashes } from './settings.js';
import { hasTimes, isCommitted } from './unchanged.js';

export interface PlanOptions {
  readonly disk: Disk;
  readonly input: string;
  readonly output: string;
  readonly config: Config;
  readonly hashes: SettingsHashes;
  /** Clean about so many records only. */
  readonly sample?: number | undefined;
}

/** What a run would do. */
export interface RunPlan {
  readonly shards: readonly Shard[];
  /** Of these and of other shards, by key. */
  readonly ledger: Map<string, CommittedShard>;
  /** Shards without a result for these settings and this input. */
  readonly open: readonly Shard[];
  /** Of the others those with files that were touched. */
  readonly touched: readonly Shard[];
  /** Files that the last run read and that are not there any more, sorted. */
  readonly gone: readonly string[];
}

/**
 * What there is to read. Touches nothing.
 * @throws LimpiaError when the folders do not suit, or there is nothing to read.
 */
export function look({ disk, input, output, config }: PlanOptions): Discovery {
  checkFolders(disk, input, output);
  return discover(disk, input, config.input);
}

/** What of it has to be done. Touches nothing. */
export function planRun(
  { disk, output, config, hashes, sample }: PlanOptions,
  { root, files }: Discovery,
): RunPlan {
  const all = pack(files, config.shard);
  const shards = sample === undefined ? all : sampleOf(all, sample);
  const planned = new Map(shards.map(shard => [shard.key, shard]));
  const ledger = new Map<string, CommittedShard>();
  const open = new Set(shards);
  const touched: Shard[] = [];
  const gone = new Set<string>();
  for (const entry of ledgerEntries(disk, output)) {
    ledger.set(entry.key, withoutItems(entry));
    const shard = planned.get(entry.key);
    const items = shard?.items() ?? [];
    if (shard && isCommitted(disk, root, output, items, hashes.all, entry)) {
      open.delete(shard);
      if (!hasTimes(entry, items)) touched.push(shard);
    } else for (const { path } of entry.items) if (!files.has(path)) gone.add(path);
  }
  return { shards, ledger, open: [...open], touched, gone: [...gone].sort() };
}
