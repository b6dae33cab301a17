import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { givenPython } from './peer-python.js';

/** Other tools that find near-duplicates, in a Python environment of their own. */
export const DEDUP_PEERS = ['datatrove', 'rensa', 'rensa-rho'] as const;
export type DedupPeer = (typeof DEDUP_PEERS)[number];

const PACKAGES = [
  'datatrove==0.10.1',
  'rensa==0.5.0',
  // What datatrove's word tokenizer and its hashes need; it does not work with xxhash 4.
  'spacy==3.8.18',
  'regex==2026.11.15',
  'tokenizers==0.23.3',
  'orjson==3.13.0',
  'xxhash==3.8.2',
];
/** Compiled, this file lies in .build/support/. */
const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPT = join(ROOT, 'test/bench/dedup-peers.py');

export interface PeerResult {
  /** Processor time. */
  readonly seconds: number;
  /** Peak resident bytes. */
  readonly memory: number;
  /** JSON Lines, as score.py takes them. */
  readonly drops: string;
}

/** A Python with the peers; '' where PyPI is out of reach. */
export function dedupPython(): string {
  return givenPython('dedup-peers', PACKAGES);
}

export function runDedupPeer(
  python: string,
  tool: DedupPeer,
  documents: readonly { readonly id: string; readonly text: string }[],
): PeerResult {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-peers-'));
  try {
    const [source, target] = [join(folder, 'documents.json'), join(folder, 'drops.jsonl')];
    writeFileSync(source, JSON.stringify(documents.map(({ id, text }) => [id, text])));
    const run = spawnSync(python, [SCRIPT, tool, source, target], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(`${tool} ended with ${String(run.status)}: ${run.stderr}`);
    const [seconds = NaN, memory = NaN] = JSON.parse(run.stdout) as number[];
    return { seconds, memory, drops: readFileSync(target, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
