import type { Disk } from '../core/disk.js';
import { sha256 } from '../core/hash.js';
import type { Shard } from '../plan/shard.js';
import { distinctIds, type OwnId, type Renamed } from '../settle/ids.js';
import { isOften } from '../settle/often.js';
import { countRepeats, type LineRow, type Repeats } from '../settle/repeats.js';
import type { RepeatRules } from '../strip/repeat-rules.js';
import { place, type TextDecisions, writeDecided } from './decisions.js';
import { diskBins } from './disk-bins.js';
import { parseLineRow } from './key-rows.js';
import type { CommittedShard } from './ledger.js';
import type { Task } from './messages.js';
import { partRows } from './stored-documents.js';

/** A shard with its committed entry. */
export interface Committed {
  readonly shard: Shard;
  readonly entry: CommittedShard;
}

/** Ids that come twice, and lines that repeat on a host: the shards that were written under other decisions. */
export function settleTexts(
  disk: Disk,
  output: string,
  committed: readonly Committed[],
  rules: RepeatRules,
): Task[] {
  const renamed = distinctIds(
    committed.map(
      ({ entry }) =>
        () =>
          ownIds(disk, output, entry),
    ),
  );
  const bins = diskBins(disk, output);
  try {
    const rows = function* (): Generator<LineRow, void, undefined> {
      for (const { entry } of committed) yield* lineRows(disk, output, entry);
    };
    const counts = rules.least && countRepeats(rows, rules.least, bins.make);
    const repeats = counts && { ...counts, leastOn: rules.leastOn };
    return committed.flatMap(({ shard, entry }, i): Task[] => {
      const decided = decide(renamed[i] ?? [], repeats, repeats ? lineRows(disk, output, entry) : []);
      const json = decided ? JSON.stringify(decided) : '';
      const hash = json && sha256(json);
      if (entry.decisions.texts === hash) return [];
      const path = json && writeDecided(disk, output, { kind: 'texts', key: shard.key, json });
      return [{ do: 'amend', shard, decisions: { texts: { path, hash }, poison: {} } }];
    });
  } finally {
    bins.clear();
  }
}

/** What concerns one shard, in an order that depends on its documents alone; undefined where that is nothing. */
function decide(
  renamed: readonly Renamed[],
  repeats: (Repeats & Pick<RepeatRules, 'leastOn'>) | undefined,
  rows: Iterable<LineRow>,
): TextDecisions | undefined {
  const ids = Object.fromEntries(renamed.map(({ path, offset, id }) => [place(path, offset), id]));
  const hosts = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const { host, keys } of rows) {
    const documents = repeats?.documents(host) ?? 0;
    const least = repeats?.leastOn(host);
    if (!repeats || !least || documents < least.documents) continue;
    for (const key of keys) {
      const holding = repeats.holding(key);
      if (!isOften(holding, documents, least)) continue;
      hosts.set(host, documents);
      lines.set(String(key), holding);
    }
  }
  if (renamed.length === 0 && lines.size === 0) return undefined;
  return { ids, hosts: Object.fromEntries(hosts), lines: Object.fromEntries(lines) };
}

export function ownIds(disk: Disk, output: string, entry: CommittedShard): Generator<OwnId, void, undefined> {
  return partRows(disk, output, entry, '.limpia/keys', line => JSON.parse(line) as OwnId);
}

export function lineRows(
  disk: Disk,
  output: string,
  entry: CommittedShard,
): Generator<LineRow, void, undefined> {
  return partRows(disk, output, entry, '.limpia/lines', parseLineRow);
}
