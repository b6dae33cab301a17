/** Runs limpia over a set in the form of ../shared/eval and prints what the set's own score.py says of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Arguments, EvalError, readArguments } from './arguments.js';
import { charset } from './charset.js';
import { dedupTable } from './dedup-table.js';
import { lidPeers } from './lid-peers.js';
import { mojibakeClean } from './mojibake-clean.js';
import { mojibakeNames } from './mojibake-names.js';
import { PREDICT, type Prediction } from './predict.js';
import { repeats } from './repeats.js';
import { readRows, readText } from './rows.js';

/** The compiled program lies in .build/eval/, the sets beside the project. */
const SETS = resolve(import.meta.dirname, '../../../shared/eval');
/** Sentences to make files of. */
const TRAINING = join(SETS, '../train/lid/text.tsv.xz');
const CHARSET = 'charset';
const REPEATS = 'repeats';

async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, [...Object.keys(PREDICT), CHARSET, REPEATS]);
  if (args.set === CHARSET) {
    charset(args.file === '' ? TRAINING : resolve(args.file), args.python);
    return 0;
  }
  if (args.set === REPEATS) {
    repeats(args.file && resolve(args.file));
    return 0;
  }
  if (args.set === 'mojibake' && args.clean !== '') {
    mojibakeClean(resolve(args.clean), args.level ?? 'safe', args.predictions && resolve(args.predictions));
    return 0;
  }
  if (args.names) {
    mojibakeNames(args.level ?? 'safe');
    return 0;
  }
  const plain = join(SETS, args.set, 'dev.jsonl');
  const gold = args.file !== '' ? resolve(args.file) : existsSync(plain) ? plain : `${plain}.gz`;
  const rows = readRows(gold);
  const scorer = [join(dirname(gold), 'score.py'), join(SETS, args.set, 'score.py')].find(path =>
    existsSync(path),
  );
  if (scorer === undefined)
    throw new EvalError(`no score.py beside ${gold} nor in ${join(SETS, args.set)}`, 4);
  if (args.peers && args.set === 'lid') {
    await lidPeers(gold, rows, scorer);
    return 0;
  }
  const predictions = PREDICT[args.set]?.(rows, args.level) ?? [];
  const temporary = mkdtempSync(join(tmpdir(), 'limpia-eval-'));
  try {
    const status = score(scorer, gold, predictions, args, temporary);
    if (args.peers && status === 0) dedupTable(scorer, rows, predictions);
    return status;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function score(
  scorer: string,
  gold: string,
  predictions: readonly Prediction[],
  args: Arguments,
  temporary: string,
): number {
  const kept = args.predictions === '' ? join(temporary, 'predictions.jsonl') : resolve(args.predictions);
  writeFileSync(kept, predictions.map(prediction => `${JSON.stringify(prediction)}\n`).join(''));
  // Not every score.py reads gzip.
  const plain = gold.endsWith('.gz') ? join(temporary, 'gold.jsonl') : gold;
  if (plain !== gold) writeFileSync(plain, readText(gold));
  const { error, status } = spawnSync('python3', [scorer, plain, kept], { stdio: 'inherit' });
  if (error !== undefined) throw new EvalError(`cannot run python3 ${scorer}: ${error.message}`, 2);
  return status ?? 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof EvalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code;
}
