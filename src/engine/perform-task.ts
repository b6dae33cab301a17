import { amendShard } from './amend-shard.js';
import { cleanShard, type Setting, type Watch } from './clean-shard.js';
import { commit, type CommittedShard, ledgerEntry, uncommit, withoutItems } from './ledger.js';
import type { Order } from './messages.js';

/**
 * Cleans a shard, or amends a cleaned one, moves its parts to their places and commits it, in the order that leaves nothing half done
 * whenever the process ends.
 */
export async function performTask(
  setting: Setting,
  { key, items, decisions }: Order,
  watch: Watch,
): Promise<CommittedShard> {
  const { disk, output } = setting;
  const { entry, publish } = items
    ? await cleanShard(setting, { key, items }, decisions, watch)
    : amendShard(setting, ledgerEntry(disk, output, key), decisions);
  uncommit(disk, output, key);
  publish();
  commit(disk, output, entry);
  return withoutItems(entry);
}
