import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noCounts } from '../../src/core/counts.js';
import { documentTable } from '../../src/engine/document-table.js';
import type { CommittedShard } from '../../src/engine/ledger.js';
import { KEEPER_DEFAULTS } from '../../src/settle/rank.js';
import { partPath } from '../../src/write/layout.js';
import { nodeDisk } from '../../src/write/node-disk.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limpia-table-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ROWS_A_SHARD = 200_000;
const idOf = (i: number): string => `doc-${(i * 7919) % 1_000_003}`;
const charsOf = (i: number): number => 100 + (i % 13);

/** Shards of so many documents in all. */
function shards(count: number): CommittedShard[] {
  return Array.from({ length: Math.ceil(count / ROWS_A_SHARD) }, (_, shard) => {
    const key = `shard${shard}`;
    const path = partPath('.limpia/documents', key);
    const first = shard * ROWS_A_SHARD;
    const records = Math.min(ROWS_A_SHARD, count - first);
    let text = '';
    for (let i = first; i < first + records; i++)
      text += `["${idOf(i)}","a.jsonl",${i},"AAAAAAAAAAAAAAAAAAAAAA==",${i},${charsOf(i)},"","site-${i % 5}.example","","",""]\n`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    const part = { output: '.limpia/documents' as const, path, records, bytes: text.length, sha256: '' };
    return {
      key,
      settings: '',
      decisions: { texts: '', duplicates: '' },
      parts: [part],
      counts: noCounts(),
    };
  });
}

it.each([
  ['few documents', 1000],
  ['more than ids are held of', 500_001],
])('ranks %s by length and id, and knows their ids', (_, count) => {
  const { byRank, rankOf, id, source, shingles, starts } = documentTable(
    nodeDisk,
    folder,
    shards(count),
    KEEPER_DEFAULTS,
  );
  expect(byRank).toHaveLength(count);
  expect(starts.at(-1)).toBe(count);
  for (let rank = 1; rank < count; rank++) {
    const [before, document] = [byRank[rank - 1] ?? 0, byRank[rank] ?? 0];
    const isInOrder =
      charsOf(before) > charsOf(document) ||
      (charsOf(before) === charsOf(document) && idOf(before) < idOf(document));
    if (!isInOrder || rankOf[document] !== rank || shingles[rank] !== document)
      expect([before, document, rankOf[document], shingles[rank]]).toEqual([
        'in order',
        document,
        rank,
        document,
      ]);
  }
  for (const i of [0, 1, 777, count - 1]) {
    expect(id(i)).toBe(idOf(i));
    expect(source(i)).toBe(`site-${i % 5}.example`);
  }
});
