import type { Config } from '../config/schema.js';
import type { Disk } from '../core/disk.js';
import { discover, type Discovery } from '../plan/discover.js';
import { pack } from '../plan/pack.js';
import { sampleOf } from '../plan/sample.js';
import type { Shard } from '../plan/shard.js';
import { type LedgerEntry, readLedger } from './ledger.js';
import { checkFolders } from './output-folder.js';
import type { SettingsHashes } from './settings.js';
import { isCommitted } from './unchanged.js';

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
  readonly ledger: Map<string, LedgerEntry>;
  /** Shards with a result for these settings and this input. */
  readonly committed: readonly Shard[];
  /** The others. */
  readonly open: readonly Shard[];
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
  const ledger = readLedger(disk, output);
  const committed = shards.filter(shard =>
    isCommitted(disk, root, output, shard, hashes.all, ledger.get(shard.key)),
  );
  const done = new Set(committed);
  const present = new Set(files.map(({ path }) => path));
  const before = new Set([...ledger.values()].flatMap(({ items }) => items.map(({ path }) => path)));
  const gone = [...before].filter(path => !present.has(path)).sort();
  return { shards, ledger, gone, committed, open: shards.filter(shard => !done.has(shard)) };
}
