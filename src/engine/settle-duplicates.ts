import type { Config } from '../config/schema.js';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { sha256 } from '../core/hash.js';
import { largeUint8 } from '../core/large-array.js';
import type { MakeBins } from '../settle/bins.js';
import { type Braked, braked } from '../settle/brake.js';
import { duplicatesOf, type RankedKeys } from '../settle/duplicates.js';
import type { RankedDuplicates } from '../settle/ranked-duplicates.js';
import { type Likeness, likenessOf } from '../settle/similar.js';
import { writeIfChanged } from '../write/atomic.js';
import { CLUSTERS } from '../write/layout.js';
import { clusterLines } from './clusters.js';
import { type DuplicateDecisions, type KeptInstead, writeDecided } from './decisions.js';
import { diskBins } from './disk-bins.js';
import { arranged, documentRows, type DocumentTable, documentTable } from './document-table.js';
import { keyOptions, keyWords } from './key-rows.js';
import type { CommittedShard } from './ledger.js';
import type { Task } from './messages.js';
import { leastRecent } from './least-recent.js';
import type { Committed } from './settle-texts.js';
import { type PiecesFile, settlePieces } from './settle-pieces.js';
import { storedTexts } from './stored-texts.js';

/**
 * Exact and near-duplicates over the whole corpus, and the paragraphs that documents share: the shards that were written under other decisions.
 * @param accept go on even where a source would lose more than the brake allows.
 * @throws LimpiaError when the brake holds the run.
 */
export function settleDuplicates(
  disk: Disk,
  output: string,
  committed: readonly Committed[],
  config: Config,
  accept: boolean,
): Task[] {
  const { duplicates: options } = config;
  const entries = committed.map(({ entry }) => entry);
  const isWanted = options.exact || options.near || keyOptions(config).pieces;
  const bins = diskBins(disk, output);
  try {
    const found = isWanted ? find(disk, output, entries, options, bins.make) : undefined;
    writeIfChanged(disk, output, CLUSTERS, found ? clusterLines(found.table, found.duplicates) : '');
    if (!found) return tasksFor(disk, output, committed, undefined, new Map());
    const { table, duplicates } = found;
    const over = braked(bySource(table, duplicates), options.brake);
    if (over.length > 0 && !accept) throw stopped(over, output);
    const pieces = keyOptions(config).pieces
      ? findPieces(disk, output, entries, found, bins.make)
      : new Map<string, PiecesFile>();
    return tasksFor(disk, output, committed, found, pieces);
  } finally {
    bins.clear();
  }
}

function tasksFor(
  disk: Disk,
  output: string,
  committed: readonly Committed[],
  found: Found | undefined,
  piecesOf: ReadonlyMap<string, PiecesFile>,
): Task[] {
  return committed.flatMap(({ shard, entry }, i): Task[] => {
    const of = found ? inShard(found.table, found.duplicates, i) : {};
    const { path: pieces = '', sha256: hashed = '' } = piecesOf.get(shard.key) ?? {};
    const json = JSON.stringify(of);
    const isNothing = json === '{}';
    const hash = isNothing && hashed === '' ? '' : sha256(json + hashed);
    if (entry.decisions.duplicates === hash) return [];
    const path = isNothing ? '' : writeDecided(disk, output, { kind: 'duplicates', key: shard.key, json });
    return [{ do: 'amend', shard, decisions: { duplicates: { path, pieces, hash }, poison: {} } }];
  });
}

interface Found {
  readonly table: DocumentTable;
  readonly duplicates: RankedDuplicates;
  readonly isPerSource: boolean;
}

function find(
  disk: Disk,
  output: string,
  entries: readonly CommittedShard[],
  { exact, near, jaccard, containment, scope, keeper, prefer }: Config['duplicates'],
  makeBins: MakeBins,
): Found {
  const table = documentTable(disk, output, entries, { keeper, prefer });
  const texts = storedTexts(disk, output, entries, table);
  const { byRank, rankOf } = table;
  const keys = function* (): Generator<RankedKeys, void, undefined> {
    let index = 0;
    for (const entry of entries)
      for (const row of documentRows(disk, output, entry)) {
        const rank = rankOf[index++] ?? 0;
        yield { rank, exact: exact ? keyWords(row.exact) : undefined, sketch: () => keyWords(row.sketch) };
      }
  };
  const likeness = leastRecent<Likeness>(
    rank => likenessOf(texts.text(byRank[rank] ?? 0)),
    ({ shingles }) => LIKENESS_BYTES + SHINGLE_BYTES * shingles.length,
    CACHE_BYTES,
  );
  try {
    const corpus = {
      shingles: table.shingles,
      scope: scope === 'per-source' ? arranged(table.sources, byRank) : undefined,
      keys,
      sketchKeys: table.sketchKeys,
      likeness,
      prepare: (isNeeded: Uint8Array) => {
        const isWanted = largeUint8(rankOf.length);
        rankOf.forEach((rank, document) => {
          isWanted[document] = isNeeded[rank] ?? 0;
        });
        texts.locate(isWanted);
      },
    };
    const duplicates = duplicatesOf(corpus, near ? { jaccard, containment } : undefined, makeBins);
    return { table, duplicates, isPerSource: scope === 'per-source' };
  } finally {
    texts.clear();
  }
}

/** What others keep of the documents that stay. */
function findPieces(
  disk: Disk,
  output: string,
  entries: readonly CommittedShard[],
  { table, duplicates, isPerSource }: Found,
  makeBins: MakeBins,
): Map<string, PiecesFile> {
  const goes = new Uint8Array(table.count);
  for (const { rank } of duplicates.all()) goes[table.byRank[rank] ?? 0] = 1;
  const options = {
    isDuplicate: (document: number) => goes[document] === 1,
    scope: isPerSource ? table.sources : undefined,
  };
  return settlePieces(disk, output, entries, table, options, makeBins);
}

/** The objects round a short text. */
const LIKENESS_BYTES = 1000;
/** A shingle's hash, its text, and what of that a fact takes. */
const SHINGLE_BYTES = 24;
const CACHE_BYTES = 8 << 20;

/** What goes from a shard, in its order. */
function inShard(
  { byRank, rankOf, starts, id }: DocumentTable,
  duplicates: RankedDuplicates,
  shard: number,
): DuplicateDecisions {
  const of: [string, KeptInstead][] = [];
  for (let document = starts[shard] ?? 0; document < (starts[shard + 1] ?? 0); document++) {
    const one = duplicates.get(rankOf[document] ?? 0);
    if (!one) continue;
    const { keeper, how, jaccard, containment } = one;
    of.push([id(document), { keptId: id(byRank[keeper] ?? 0), how, jaccard, containment }]);
  }
  return Object.fromEntries(of);
}

function bySource(
  table: DocumentTable,
  duplicates: RankedDuplicates,
): Map<string, { documents: number; duplicates: number }> {
  const counts = new Map<string, { documents: number; duplicates: number }>();
  for (let i = 0; i < table.count; i++) {
    const source = table.source(i);
    const known = counts.get(source);
    if (known) known.documents++;
    else counts.set(source, { documents: 1, duplicates: 0 });
  }
  for (const { rank } of duplicates.all()) {
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
