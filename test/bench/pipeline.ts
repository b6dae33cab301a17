import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { environment } from '../support/python.js';
import { ROOT } from '../support/root.js';
import { writeCorpus, writeFiles } from './corpus.js';
import {
  contest,
  measure,
  measureNode,
  type MeasureOptions,
  ratio,
  spread,
  table,
  type Usage,
} from './measure.js';

export interface Sizes {
  /** Bytes of the corpus. */
  readonly bytes: number;
  readonly files: number;
  readonly runs: number;
}

const CLI = join(ROOT, 'dist/cli.js');
const ONE_CORE = { oneCore: true };
/** datatrove's filters are slow: they get so many bytes of the corpus, and what they take to start does not count. */
const FILTERS_BYTES = 4e6;
const START_BYTES = 1;

/**
 * The whole default pipeline, nothing switched off: against a bare pass-through and datatrove on the same corpus, with one
 * and two workers, on many small files, on .gz, with and without the audit of edits. A table in Markdown.
 */
export async function benchPipeline({ bytes, files, runs }: Sizes): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  try {
    return await inFolder(folder, { bytes, files, runs });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inFolder(folder: string, { bytes, files, runs }: Sizes): Promise<string> {
  const at = (...names: string[]): string => join(folder, ...names);
  for (const name of ['corpus', 'part', 'first', 'gzip', 'one-file']) mkdirSync(at(name));
  const [corpus, part] = [at('corpus', 'corpus.jsonl'), at('part', 'part.jsonl')];
  writeCorpus(corpus, bytes);
  writeCorpus(part, FILTERS_BYTES);
  writeCorpus(at('first', 'first.jsonl'), START_BYTES);
  writeFileSync(at('gzip', 'part.jsonl.gz'), gzipSync(readFileSync(corpus).subarray(0, 1 << 29)));
  writeFiles(at('files'), files, SMALL, at('one-file', 'one.jsonl'));
  const silent = withoutEdits(at('silent'));
  const python = await environment(join(ROOT, 'test/bench/python/requirements.txt'));

  const clean =
    (input: string, workers: number, options: MeasureOptions, cli = CLI) =>
    (): Usage => {
      const out = at(`clean-${input}`);
      rmSync(out, { recursive: true, force: true });
      const args = [
        cli,
        'clean',
        at(input),
        '--out',
        out,
        '--workers',
        String(workers),
        '--quiet',
        '--accept',
      ];
      return measureNode(args, { ...options, cwd: folder });
    };
  const datatrove = (pipeline: string, input: string) => (): Usage => {
    rmSync(at('datatrove'), { recursive: true, force: true });
    const script = join(ROOT, 'test/bench/python/datatrove_peer.py');
    return measure(
      python,
      [script, pipeline, at(input), at('datatrove/out'), at('datatrove/logs')],
      ONE_CORE,
    );
  };
  const copy = join(import.meta.dirname, 'pass-through.js');
  const results = contest(
    {
      copied: () => measureNode([copy, corpus, at('copy.jsonl')], ONE_CORE),
      one: clean('corpus', 1, ONE_CORE),
      repaired: datatrove('repair', 'corpus'),
      alone: clean('corpus', 1, {}),
      two: clean('corpus', 2, {}),
      silent: clean('corpus', 1, ONE_CORE, silent),
      gzip: clean('gzip', 1, ONE_CORE),
      files: clean('files', 1, ONE_CORE),
      oneFile: clean('one-file', 1, ONE_CORE),
    },
    runs,
  );
  const filters = contest(
    { filtered: datatrove('filters', 'part'), started: datatrove('filters', 'first') },
    Math.min(runs, 2),
  );
  const mb = (path: string): number => statSync(path).size / 1e6;
  const speed = (usages: readonly Usage[], size: number): string =>
    spread(usages.map(({ wall }) => size / wall));
  const peak = (usages: readonly Usage[]): string =>
    (Math.max(...usages.map(({ memory }) => memory)) / 1e6).toFixed(0);
  const size = mb(corpus);
  // Seconds for the whole corpus, at the pace of the part.
  const filtered = filters.filtered.map(({ wall, ...rest }, i) => ({
    ...rest,
    wall: ((wall - (filters.started[i]?.wall ?? 0)) * size) / (mb(part) - mb(at('first', 'first.jsonl'))),
  }));
  return [
    `${size.toFixed(0)} MB of JSONL in 26 languages; median of ${runs} runs (lowest–highest)`,
    '',
    table(
      ['', 'MB/s', 'peak MB'],
      [
        ['pass-through, one core', speed(results.copied, size), peak(results.copied)],
        ['limpia, one core', speed(results.one, size), peak(results.one)],
        ['limpia, one worker', speed(results.alone, size), peak(results.alone)],
        ['limpia, two workers', speed(results.two, size), peak(results.two)],
        ['datatrove: read, ftfy, write', speed(results.repaired, size), ''],
        ['datatrove: C4, Gopher, language', speed(filtered, size), ''],
      ],
    ),
    '',
    table(
      ['speed of limpia', 'ratio'],
      [
        ['against datatrove with ftfy, one core', ratio(results.repaired, results.one)],
        ['against datatrove with C4, Gopher and language, one core', ratio(filtered, results.one)],
        ['against pass-through, one core', ratio(results.copied, results.one)],
        ['two workers against one', ratio(results.alone, results.two)],
        [`${files} files against one of the same bytes`, ratio(results.oneFile, results.files)],
        ['.jsonl.gz against .jsonl', ratio(results.one, results.gzip)],
        ['audit of edits on against off', ratio(results.silent, results.one)],
      ],
    ),
  ].join('\n');
}

/** UTF-16 units of a small file. */
const SMALL = 600;

/** A copy of the program that notes no edits: nothing that users can have. Its command line. */
function withoutEdits(folder: string): string {
  mkdirSync(folder);
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['node_modules', 'rules', 'package.json', 'src'])
    symlinkSync(join(ROOT, name), join(folder, name));
  const module = join(folder, 'dist/write/audit.js');
  const code = readFileSync(module, 'utf8');
  const [noted] = /export function editsEntry\(.*\{\n/.exec(code) ?? [];
  if (noted === undefined) throw new Error('The module that notes edits is not what it was.');
  writeFileSync(module, code.replace(noted, `${noted}    return undefined;\n`));
  return join(folder, 'dist/cli.js');
}

/** Start-up in milliseconds: of the help, and of a run on ten files. */
export function benchStart(runs: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  try {
    writeFiles(join(folder, 'raw'), 10, 3000, join(folder, 'same.jsonl'));
    const results = contest(
      {
        node: () => measureNode(['-e', '0']),
        help: () => measureNode([CLI, '--help']),
        clean: () => {
          rmSync(join(folder, 'clean'), { recursive: true, force: true });
          return measureNode([CLI, 'clean', '--quiet'], { cwd: folder });
        },
      },
      Math.max(runs, 5),
    );
    const milliseconds = (usages: readonly Usage[]): string =>
      spread(
        usages.map(({ wall }) => wall * 1000),
        0,
      );
    return table(
      ['start-up', 'ms'],
      [
        ['node itself', milliseconds(results.node)],
        ['limpia --help', milliseconds(results.help)],
        ['limpia clean on ten files', milliseconds(results.clean)],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
