import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DEDUP_PEERS, dedupPython, runDedupPeer } from '../support/dedup-peers.js';
import { corpus } from './corpus.js';
import { median } from './measure.js';

interface Text {
  readonly id: string;
  readonly text: string;
}

interface Used {
  readonly seconds: number;
  readonly memory: number;
}

const TEXTS = resolve(import.meta.dirname, '../../../shared/eval/dedup/dev.jsonl.gz');
const MADE_BYTES = 20e6;

/**
 * The speed of the search for duplicates side by side with datatrove and rensa: the same texts, one core each, runs in
 * turn, medians of processor time. Reading the texts is not counted.
 */
export function benchPeers(runs: number): void {
  const texts = benchTexts();
  const megabytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const python = dedupPython();
  const used = new Map<string, Used[]>();
  const note = (tool: string, one: Used): void => {
    used.set(tool, [...(used.get(tool) ?? []), one]);
  };
  for (let run = 0; run < runs; run++) {
    note('limpia', own(texts));
    if (python !== '') for (const tool of DEDUP_PEERS) note(tool, runDedupPeer(python, tool, texts));
  }
  console.log(`${texts.length} documents, ${megabytes.toFixed(1)} MB, median of ${runs} runs (min–max)\n`);
  console.log('| | MB/s a core | limpia is | peak MB |\n| --- | --- | --- | --- |');
  const mine = median((used.get('limpia') ?? []).map(({ seconds }) => seconds));
  for (const [tool, all] of used) {
    const rates = all.map(({ seconds }) => megabytes / seconds).sort((a, b) => a - b);
    const time = median(all.map(({ seconds }) => seconds));
    const memory = Math.max(...all.map(one => one.memory)) / 1e6;
    console.log(
      `| ${tool} | ${median(rates).toFixed(2)} (${(rates[0] ?? 0).toFixed(2)}–${(rates.at(-1) ?? 0).toFixed(2)}) ` +
        `| ${(time / mine).toFixed(2)} × | ${memory.toFixed(0)} |`,
    );
  }
}

/** Texts of others, beside the project; where there are none, made ones. */
export function benchTexts(): Text[] {
  if (existsSync(TEXTS)) return read(TEXTS);
  const made: Text[] = [];
  let size = 0;
  for (const { id, text } of corpus()) {
    made.push({ id, text });
    size += Buffer.byteLength(text);
    if (size > MADE_BYTES) break;
  }
  return made;
}

function read(path: string): Text[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter(Boolean).map(line => {
    const { id, text } = JSON.parse(line) as Text;
    return { id, text };
  });
}

/** In a process of its own, as the others are. */
function own(texts: readonly Text[]): Used {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  try {
    const file = join(folder, 'documents.json');
    writeFileSync(file, JSON.stringify(texts));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'settle-own.js'), file],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`limpia ended with ${String(status)}: ${stderr}`);
    const [seconds = NaN, memory = NaN] = JSON.parse(stdout) as number[];
    return { seconds, memory };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
