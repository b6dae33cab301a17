import type { Config } from '../config/schema.js';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { sha256 } from '../core/hash.js';
import { type Braked, braked } from '../settle/brake.js';
import { duplicatesOf, type RankedDuplicate, type RankedKeys } from '../settle/duplicates.js';
import { type Likeness, likenessOf } from '../settle/similar.js';
import { writeIfChanged } from '../write/atomic.js';
import { CLUSTERS } from '../write/layout.js';
import { clusterLines } from './clusters.js';
import type { KeptInstead } from './decisions.js';
import { diskBins } from './disk-bins.js';
import { documentRows, type DocumentTable, documentTable } from './document-table.js';
import { sketchKeys } from './keys.js';
import type { LedgerEntry } from './ledger.js';
import type { Task } from './messages.js';
import { leastRecent } from './least-recent.js';
import type { Committed } from './settle-texts.js';
import { storedTexts } from './stored-texts.js';

/**
 * Exact and near-duplicates over the whole corpus: the shards that were written under other decisions.
 * @param accept go on even where a source would lose more than the brake allows.
 * @throws LimpiaError when the brake holds the run.
 */
export function settleDuplicates(
  disk: Disk,
  output: string,
  committed: readonly Committed[],
  { duplicates: options }: Config,
  accept: boolean,
): Task[] {
  const entries = committed.map(({ entry }) => entry);
  const found = options.exact || options.near ? find(disk, output, entries, options) : undefined;
  writeIfChanged(disk, output, CLUSTERS, found ? clusterLines(found.table, found.duplicates) : '');
  if (found) {
    const over = braked(bySource(found.table, found.duplicates), options.brake);
    if (over.length > 0 && !accept) throw stopped(over, output);
  }
  const kept = found ? byShard(found.table, found.duplicates) : [];
  return committed.flatMap(({ shard, entry }, i): Task[] => {
    const of = Object.fromEntries(kept[i] ?? []);
    const hash = (kept[i] ?? []).length === 0 ? '' : sha256(JSON.stringify(of));
    if (entry.decisions.duplicates === hash) return [];
    return [{ shard, amend: entry, decisions: { duplicates: { of, hash }, poison: {} } }];
  });
}

interface Found {
  readonly table: DocumentTable;
  readonly duplicates: readonly RankedDuplicate[];
}

function find(
  disk: Disk,
  output: string,
  entries: readonly LedgerEntry[],
  { exact, near, jaccard, containment, scope, keeper, prefer }: Config['duplicates'],
): Found {
  const table = documentTable(disk, output, entries, { keeper, prefer });
  const texts = storedTexts(disk, output, entries, table);
  const { byRank, rankOf, count } = table;
  const bins = diskBins(disk, output);
  const keys = function* (): Generator<RankedKeys, void, undefined> {
    let index = 0;
    for (const entry of entries)
      for (const row of documentRows(disk, output, entry)) {
        const rank = rankOf[index++] ?? 0;
        yield { rank, exact: exact ? row.exact : '', sketch: () => sketchKeys(row.sketch) };
      }
  };
  const likeness = leastRecent<Likeness>(
    rank => likenessOf(texts.text(byRank[rank] ?? 0)),
    ({ shingles }) => LIKENESS_BYTES * shingles.length,
    CACHE_BYTES,
  );
  try {
    const ranked = (values: Uint32Array): Uint32Array =>
      Uint32Array.from({ length: count }, (_, rank) => values[byRank[rank] ?? 0] ?? 0);
    const corpus = {
      shingles: ranked(table.shingles),
      scope: scope === 'per-source' ? ranked(table.sources) : undefined,
      keys,
      sketchKeys: table.sketchKeys,
      likeness,
      prepare: (ranks: ReadonlySet<number>) => {
        texts.locate(new Set([...ranks].map(rank => byRank[rank] ?? 0)));
      },
    };
    const duplicates = duplicatesOf(corpus, near ? { jaccard, containment } : undefined, bins.make);
    return { table, duplicates };
  } finally {
    bins.clear();
    texts.clear();
  }
}

/** A shingle's hash, and what of the text a fact takes. */
const LIKENESS_BYTES = 16;
const CACHE_BYTES = 64 << 20;

function byShard(
  table: DocumentTable,
  duplicates: readonly RankedDuplicate[],
): (readonly [string, KeptInstead])[][] {
  const { byRank, starts, id } = table;
  const placed = duplicates
    .map(one => ({ ...one, document: byRank[one.rank] ?? 0 }))
    .sort((a, b) => a.document - b.document);
  let next = 0;
  return starts.slice(1).map(end => {
    const of: (readonly [string, KeptInstead])[] = [];
    for (; next < placed.length && (placed[next]?.document ?? 0) < end; next++) {
      const one = placed[next];
      if (!one) break;
      const { document, keeper, how } = one;
      const kept = { keptId: id(byRank[keeper] ?? 0), how };
      of.push([id(document), { ...kept, jaccard: round(one.jaccard), containment: round(one.containment) }]);
    }
    return of;
  });
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function bySource(
  table: DocumentTable,
  duplicates: readonly RankedDuplicate[],
): Map<string, { documents: number; duplicates: number }> {
  const counts = new Map<string, { documents: number; duplicates: number }>();
  for (let i = 0; i < table.count; i++) {
    const source = table.source(i);
    const known = counts.get(source);
    if (known) known.documents++;
    else counts.set(source, { documents: 1, duplicates: 0 });
  }
  for (const { rank } of duplicates) {
    const known = counts.get(table.source(table.byRank[rank] ?? 0));
    if (known) known.duplicates++;
  }
  return counts;
}

function stopped(over: readonly Braked[], output: string): LimpiaError {
  const shown = over
    .slice(0, 5)
    .map(
      ({ source, documents, duplicates }) =>
        `  ${duplicates} of ${documents} documents of ${source || 'no known source'}`,
    );
  return new LimpiaError(
    `Duplicates would take more of a source than duplicates.brake in pipeline.yml allows:\n${shown.join('\n')}`,
    EXIT.failed,
    `Look at the largest clusters in ${output}/${CLUSTERS}. Run again with --accept to leave the duplicates out.`,
  );
}
