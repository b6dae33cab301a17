import type { Disk } from '../core/disk.js';
import { sha256 } from '../core/hash.js';
import type { Shard } from '../plan/shard.js';
import { distinctIds, type OwnId, type Renamed } from '../settle/ids.js';
import { below, partPath } from '../write/layout.js';
import { type Decisions, NO_DECISIONS, place } from './decisions.js';
import type { LedgerEntry } from './ledger.js';
import type { Task } from './messages.js';

/** What the corpus as a whole decides: the shards that were written under other decisions, to be written again. */
export function settleIds(
  disk: Disk,
  output: string,
  shards: readonly Shard[],
  ledger: ReadonlyMap<string, LedgerEntry>,
): Task[] {
  const renamed = distinctIds(
    shards.map(
      ({ key }) =>
        () =>
          ownIds(disk, output, ledger.get(key)),
    ),
  );
  return shards.flatMap((shard, i) => {
    const decisions = decide(renamed[i] ?? []);
    return ledger.get(shard.key)?.decisions === decisions.hash ? [] : [{ shard, decisions }];
  });
}

function decide(renamed: readonly Renamed[]): Decisions {
  if (renamed.length === 0) return NO_DECISIONS;
  const ids = Object.fromEntries(renamed.map(({ path, offset, id }) => [place(path, offset), id]));
  return { ids, poison: {}, hash: sha256(JSON.stringify(ids)) };
}

function* ownIds(
  disk: Disk,
  output: string,
  entry: LedgerEntry | undefined,
): Generator<OwnId, void, undefined> {
  const path = entry && partPath('.limpia/keys', entry.key);
  if (!entry?.parts.some(part => part.path === path) || path === undefined) return;
  for (const line of disk.readFile(below(output, path)).toString('utf8').split('\n')) {
    if (line !== '') yield JSON.parse(line) as OwnId;
  }
}
