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
/** With fewer, what a program does before it is warm counts for much of what is measured. */
const ALL_BYTES = 100e6;
/** Where no others are. */
const MADE_BYTES = 20e6;
/** Processor seconds of a run that say enough by themselves. */
const SLOW = 60;

/**
 * The speed of the search for duplicates side by side with datatrove and rensa: the same texts, one core each, runs in
 * turn, medians of processor time. Starting up and reading the texts are not counted. Once with texts of which a third are
 * copies, and once with others besides them, of which one in twenty is.
 */
export function benchPeers(runs: number): void {
  const texts = benchTexts();
  compare('texts with many copies', texts, runs);
  compare('with made ones besides', [...texts, ...madeTexts(ALL_BYTES - sizeOf(texts))], runs);
}

function compare(name: string, texts: readonly Text[], runs: number): void {
  const megabytes = sizeOf(texts) / 1e6;
  const python = dedupPython();
  const used = new Map<string, Used[]>();
  const note = (tool: string, run: () => Used): void => {
    const known = used.get(tool) ?? [];
    if (!known.some(({ seconds }) => seconds > SLOW)) used.set(tool, [...known, run()]);
  };
  for (let run = 0; run < runs; run++) {
    note('limpia', () => own(texts));
    if (python !== '') for (const tool of DEDUP_PEERS) note(tool, () => runDedupPeer(python, tool, texts));
  }
  console.log(
    `\n${name}: ${texts.length} documents, ${megabytes.toFixed(1)} MB, median of ${runs} runs (min–max)\n`,
  );
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

function sizeOf(texts: readonly Text[]): number {
  return texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

/** Texts of others, beside the project; where there are none, made ones. */
export function benchTexts(): Text[] {
  return existsSync(TEXTS) ? read(TEXTS) : madeTexts(MADE_BYTES);
}

/** About so many bytes of made texts. */
function madeTexts(bytes: number): Text[] {
  const made: Text[] = [];
  let size = 0;
  for (const { id, text } of corpus()) {
    if (size > bytes) break;
    made.push({ id: `made-${id}`, text });
    size += Buffer.byteLength(text);
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
