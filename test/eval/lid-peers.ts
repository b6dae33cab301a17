import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodePeers, pythonPeers } from '../support/language-peers.js';
import { EvalError } from './arguments.js';
import { PREDICT } from './predict.js';
import { type Row, text } from './rows.js';

/** What score.py says of one tool, with `--json`: a group's figures by name. */
type Scores = Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;

/** Columns of the table: head, group and figure. */
const COLUMNS = [
  ['sentences', 'sent', 'macroF1'],
  ['2–5 words', 'short', 'macroF1'],
  ['paragraphs', 'para', 'macroF1'],
  ['core: sentences', 'sent.core', 'macroF1'],
  ['core: 2–5 words', 'short.core', 'macroF1'],
  ['in documents', 'doc.par', 'acc'],
  ['inserted', 'doc.insert', 'acc'],
  ['all paragraphs right', 'doc.level', 'all_paragraphs_right'],
  ['und, F1', 'und', 'f1'],
] as const;

/**
 * `npm run eval -- lid --peers`: limpia and other libraries on the same rows, a table in Markdown. The others see each
 * paragraph by itself; they have no notion of a document. What cannot be installed here is left out, and said so.
 */
export async function lidPeers(gold: string, rows: readonly Row[], scorer: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-peers-'));
  try {
    const texts = rows.map(row => text(row, 'text'));
    const answers = new Map<string, readonly string[]>(pythonPeers(folder, texts));
    for (const [name, identify] of await nodePeers(folder)) answers.set(name, texts.map(identify));
    const table = [...answers].map(([name, langs]) => {
      const predictions = rows.map((row, at) => ({ id: text(row, 'id'), lang: langs[at] ?? 'und' }));
      return line(name, score(folder, gold, scorer, predictions));
    });
    const own = PREDICT['lid']?.(rows, undefined) ?? [];
    process.stdout.write(
      [
        `| | ${COLUMNS.map(([head]) => head).join(' | ')} |`,
        `| --- |${' --- |'.repeat(COLUMNS.length)}`,
        line('limpia', score(folder, gold, scorer, own)),
        ...table,
        '',
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function line(name: string, scores: Scores): string {
  const cells = COLUMNS.map(([, group, figure]) => scores[group]?.[figure]?.toFixed(1) ?? '–');
  return `| ${name} | ${cells.join(' | ')} |`;
}

function score(folder: string, gold: string, scorer: string, predictions: readonly object[]): Scores {
  const file = join(folder, 'predictions.jsonl');
  writeFileSync(file, predictions.map(prediction => `${JSON.stringify(prediction)}\n`).join(''));
  const { status, stdout, stderr } = spawnSync('python3', [scorer, gold, file, '--json'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new EvalError(`python3 ${scorer} failed: ${stderr}`, 2);
  return JSON.parse(stdout) as Scores;
}
