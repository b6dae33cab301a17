import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { ROOT } from './root.js';

export const CLI = join(ROOT, 'dist/cli.js');

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program to its end. */
export function limpia(
  args: readonly string[],
  options: { cwd?: string; input?: string | Buffer; timeout?: number } = {},
): Finished {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? ROOT,
    input: options.input ?? '',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    maxBuffer: 1 << 28,
    timeout: options.timeout ?? 60_000,
    killSignal: 'SIGKILL',
  });
  return { status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** A folder that is gone after the test, with these files in it. */
export function folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'limpia-test-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  write(path, files);
  return path;
}

export function write(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

/** Every file below a folder that a user sees, by its path, with its hash. */
export function tree(root: string): Record<string, string> {
  if (!existsSync(root)) return {};
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(path => !path.startsWith('.limpia'))
    .sort();
  return Object.fromEntries(files.map(path => [path, sha256(readFileSync(join(root, path)))]));
}

export interface CleanRecord {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly added: string;
  readonly created: string;
  readonly metadata: {
    readonly url: string;
    readonly title: string;
    readonly byline: string;
    readonly section: string;
    readonly lang: string;
    readonly lang_score: number;
    readonly paragraphs: readonly {
      start: number;
      end: number;
      lang: string;
      lang_score: number;
      kind: string;
    }[];
    readonly charset: string;
    readonly path: string;
    readonly offset: number;
    readonly raw_sha256: string;
    readonly edits: number;
    readonly extra: string;
  };
}

/** All lines of one output of a run, parsed, in the order of the parts' names. */
export function lines<T = CleanRecord>(out: string, output = 'data'): T[] {
  return readdirSync(join(out, output))
    .sort()
    .flatMap(name =>
      readFileSync(join(out, output, name), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map(line => JSON.parse(line) as T);
}

/** The records of `data/` by the path of their file; for inputs of one record a file. */
export function byPath(out: string): Map<string, CleanRecord> {
  return new Map(lines(out).map(record => [record.metadata.path, record]));
}

export function paragraphs({ text, metadata }: CleanRecord): { text: string; lang: string; kind: string }[] {
  const points = [...text];
  return metadata.paragraphs.map(({ start, end, lang, kind }) => ({
    text: points.slice(start, end).join(''),
    lang,
    kind,
  }));
}
