import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dedupPython, runDedupPeer } from '../support/dedup-peers.js';
import { EvalError } from './arguments.js';
import type { Prediction } from './predict.js';
import { type Row, text } from './rows.js';

/** ISO 639-1 codes of languages that put no spaces between words. */
const UNSPACED = /^(?:zh|ja|th|lo|km|my|bo|yue|wuu)\b/;

/** What score.py tells; pairs are [found, all, share]. */
interface Scores {
  readonly precision: number;
  readonly 'recall_J>=0.85': number;
  readonly recall_by_kind: Readonly<Record<string, readonly [found: number, all: number, share: number]>>;
  readonly wrong: number;
  readonly wrong_by_kind: Readonly<Record<string, number>>;
  readonly dangling_keepers: number;
}

/** Figures of limpia and of other tools side by side, by score.py. */
export function dedupTable(scorer: string, rows: readonly Row[], own: readonly Prediction[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-eval-'));
  try {
    const tools = new Map([['limpia', own.map(one => JSON.stringify(one)).join('\n')]]);
    const python = dedupPython();
    const documents = rows.map(row => ({ id: text(row, 'id'), text: text(row, 'text') }));
    if (python !== '')
      for (const tool of ['rensa', 'datatrove'] as const)
        tools.set(tool, runDedupPeer(python, tool, documents).drops);
    const parts = [rows, rows.filter(isSpaced), rows.filter(row => !isSpaced(row))];
    console.log('\n| | precision | recall J ≥ .85 | spaced | unspaced | cut or wrapped | wrong | chains |');
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
    for (const [tool, drops] of tools) {
      const [all, spaced, unspaced] = parts.map(part =>
        part.length > 0 ? scores(scorer, part, drops, folder) : undefined,
      );
      const recalls = [all, spaced, unspaced].map(one => one?.['recall_J>=0.85'].toFixed(4) ?? '–');
      console.log(
        `| ${tool} | ${all?.precision.toFixed(4) ?? '–'} | ${recalls.join(' | ')} | ${cutOrWrapped(all)} ` +
          `| ${all?.wrong ?? '–'} | ${all?.wrong_by_kind['chain'] ?? 0} |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isSpaced = (row: Row): boolean => !UNSPACED.test(text(row, 'lang'));

function cutOrWrapped(of: Scores | undefined): string {
  const kinds = Object.entries(of?.recall_by_kind ?? {}).filter(([kind]) => /^(?:trunc|wrap)/.test(kind));
  const [found, all] = kinds.reduce(([a, b], [, [x, y]]) => [a + x, b + y], [0, 0]);
  return all === 0 ? '–' : (found / all).toFixed(3);
}

function scores(scorer: string, rows: readonly Row[], drops: string, folder: string): Scores {
  const [gold, pred, out] = ['gold.jsonl', 'pred.jsonl', 'scores.json'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(gold, rows.map(row => JSON.stringify(row)).join('\n'));
  writeFileSync(pred, drops);
  const { status, stderr } = spawnSync('python3', [scorer, gold, pred, '--json', out], { encoding: 'utf8' });
  if (status !== 0) throw new EvalError(`${scorer}: ${stderr}`, 2);
  return JSON.parse(readFileSync(out, 'utf8')) as Scores;
}
