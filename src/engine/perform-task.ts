import { amendShard } from './amend-shard.js';
import { cleanShard, type Setting, type Watch } from './clean-shard.js';
import { commit, type LedgerEntry, uncommit } from './ledger.js';
import type { Task } from './messages.js';

/**
 * Cleans a shard, or amends a cleaned one, moves its parts to their places and commits it, in the order that leaves nothing half done
 * whenever the process ends.
 */
export async function performTask(
  setting: Setting,
  { shard, decisions, amend }: Task,
  watch: Watch,
): Promise<LedgerEntry> {
  const { disk, output } = setting;
  const { entry, publish } = amend
    ? amendShard(setting, amend, decisions)
    : await cleanShard(setting, shard, decisions, watch);
  uncommit(disk, output, shard.key);
  publish();
  commit(disk, output, entry);
  return entry;
}
