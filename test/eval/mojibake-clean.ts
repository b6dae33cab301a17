import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type Level, repairMojibake } from 'limpia';
import { EvalError } from './arguments.js';

/** Share of a language's lines that may change, in per cent, and lines from which the share means something. */
const MOST = 0.1;
const ENOUGH = 1000;

interface Count {
  lines: number;
  changed: number;
}

/**
 * How many lines of clean text are changed, by language.
 *
 *     npm run eval -- mojibake --clean text.tsv.xz [--level safe|full] [--predictions OUT]
 *
 * Each line of the file, plain or .xz, is language, source, text, separated by tabs. OUT takes each changed line as
 * JSONL, so that a person can look at them.
 * @throws EvalError when the file cannot be read.
 */
export function mojibakeClean(file: string, level: Level, out: string): void {
  const languages = new Map<string, Count>();
  const changes: string[] = [];
  for (const line of linesIn(file)) {
    const [language = '', , input = ''] = line.split('\t');
    if (input === '') continue;
    const count = languages.get(language) ?? { lines: 0, changed: 0 };
    languages.set(language, count);
    count.lines++;
    const { text: output, confusion } = repairMojibake(input, { level });
    if (output === input) continue;
    count.changed++;
    changes.push(JSON.stringify({ language, confusion, input, output }));
  }
  if (out !== '') writeFileSync(out, changes.map(change => `${change}\n`).join(''));
  report(languages);
}

function report(languages: ReadonlyMap<string, Count>): void {
  const all = { lines: 0, changed: 0 };
  const rows: string[] = [];
  for (const [language, { lines, changed }] of [...languages].sort()) {
    all.lines += lines;
    all.changed += changed;
    if (changed === 0) continue;
    const share = (100 * changed) / lines;
    const mark = lines >= ENOUGH && share > MOST ? ' *' : '';
    rows.push(`${language}\t${changed} of ${lines}\t${share.toFixed(3)} %${mark}`);
  }
  process.stdout.write(
    `${rows.join('\n')}\n${all.changed} of ${all.lines} clean lines changed in ${languages.size} languages: ` +
      `${((10000 * all.changed) / all.lines).toFixed(2)} in 10,000; * over ${MOST} % of a language\n`,
  );
}

/** @throws EvalError when the file cannot be read. */
function* linesIn(file: string): Generator<string> {
  const { error, status, stdout } = spawnSync('xz', ['-dcf', file], { maxBuffer: 1 << 30 });
  if (error !== undefined || status !== 0) throw new EvalError(`cannot read ${file} with xz`, 4);
  for (let start = 0; start < stdout.length;) {
    const next = stdout.indexOf(10, start);
    const end = next < 0 ? stdout.length : next;
    yield stdout.toString('utf8', start, end);
    start = end + 1;
  }
}
