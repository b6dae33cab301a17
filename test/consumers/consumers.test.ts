import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import type { Manifest } from '../../src/write/manifest.js';
import { limpia, write } from '../support/cli.js';
import { ROOT } from '../support/root.js';
import { environments } from '../support/python.js';
import { type Input, ODD_INPUTS, SOME_FIELDS } from './odd-inputs.js';

const run = promisify(execFile);
const SCRIPTS = join(import.meta.dirname, 'python');
const { interpreters, missing } = await environments({
  most: join(SCRIPTS, 'requirements.txt'),
  dolma: join(SCRIPTS, 'requirements-dolma.txt'),
});

/** Each reads folders as the library's own documentation says, and tells what it found. */
const CONSUMERS = [
  ['Hugging Face datasets', 'datasets_eager', interpreters.most],
  ['Hugging Face datasets, streaming', 'datasets_streaming', interpreters.most],
  ['DuckDB', 'duckdb_plain', interpreters.most],
  ['DuckDB, as the card says', 'duckdb_typed', interpreters.most],
  ['pandas', 'pandas_lines', interpreters.most],
  ['datatrove', 'datatrove_reader', interpreters.most],
  ['dolma', 'dolma_tagger', interpreters.dolma],
  ['mlcroissant', 'croissant', interpreters.most],
] as const;

/** Milliseconds that a library may take for all inputs together on a busy machine. */
const TIMEOUT = 300_000;

interface Found {
  readonly records: number;
  readonly sha256: string;
  readonly types: string;
}

/** The inputs say the same again and again; each record is to come out. */
const KEEP_ALL = 'duplicates: {exact: false, near: false}\nrepeat: {on: false}\n';

let home = '';
const inputs: [string, Input][] = [...Object.entries(ODD_INPUTS), ['some fields', SOME_FIELDS]];
const folders = (): string[] => inputs.map((_, i) => join(home, `out-${i}`));

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'limpia-consumers-'));
  // What dolma's taggers ask the net for at the start unless it is there; those that run here never open it.
  mkdirSync(join(home, 'nltk/tokenizers/punkt'), { recursive: true });
  if (missing) return;
  for (const [i, [, { yaml, files }]] of inputs.entries()) {
    write(join(home, `in-${i}`), files);
    write(join(home, `rules-${i}`), { 'pipeline.yml': `${KEEP_ALL}${yaml}` });
    const out = join(home, `out-${i}`);
    const options = ['--out', out, '--rules', join(home, `rules-${i}`), '--quiet'];
    const { status, stderr } = limpia(['clean', join(home, `in-${i}`), ...options], { timeout: TIMEOUT });
    expect([status, stderr]).toEqual([0, '']);
    if (yaml.includes('by-language')) mkdirSync(join(out, 'data/zzz'));
  }
}, 3 * TIMEOUT);
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** What stands in a folder, without a library. */
function expected(out: string): Omit<Found, 'types'> {
  const { parts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  const rows = parts
    .filter(({ path }) => path.startsWith('data/'))
    .flatMap(({ path }) => {
      const bytes = readFileSync(join(out, path));
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      return text.split('\n').filter(Boolean);
    })
    .map(line => JSON.parse(line) as { id: string; text: string })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { records: rows.length, sha256: sha256(rows.map(({ id, text }) => `${id}\0${text}\0`).join('')) };
}

function python(interpreter: string, args: readonly string[], cwd = home): Promise<{ stdout: string }> {
  const env = {
    ...process.env,
    HF_HOME: join(home, 'hugging-face'),
    HF_HUB_OFFLINE: '1',
    NLTK_DATA: join(home, 'nltk'),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
  };
  return run(interpreter, args, { cwd, env, maxBuffer: 1 << 26 });
}

describe.skipIf(missing).each(CONSUMERS)('%s', (_, script, interpreter) => {
  it(
    'loads every odd output whole, with the same types',
    async () => {
      const { stdout } = await python(interpreter, [join(SCRIPTS, `${script}.py`), ...folders()]);
      const found = stdout
        .split('\n')
        .filter(line => line.startsWith('{'))
        .map(line => JSON.parse(line) as Found);
      const told = found.map(({ records, sha256: hash }, i) => [inputs[i]?.[0], records, hash]);
      expect(told).toEqual(
        folders().map((out, i) => {
          const { records, sha256: hash } = expected(out);
          return [inputs[i]?.[0], records, hash];
        }),
      );
      const types = found.slice(0, -1).map((one, i) => [inputs[i]?.[0], one.types]);
      expect(types).toEqual(types.map(([name]) => [name, found[0]?.types]));
      expect(found.at(-1)?.types).not.toBe(found[0]?.types);
    },
    TIMEOUT,
  );
});

it.skipIf(missing).each([
  ['exactly one document', 1],
  ['10,000 documents', 10_000],
  ['other fields of all types', 8],
  ['ids that look like numbers', 5],
])('%s: they are all there', (name, count) => {
  const out = folders()[inputs.findIndex(([one]) => one === name)] ?? '';
  expect(expected(out).records).toBe(count);
});

describe.skipIf(missing)('README, "Use it from": each snippet prints what it says', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const snippets = [...readme.matchAll(/<!-- consumer: (\w+) -->\n```python\n([\s\S]*?)```/g)];

  it('has one for each library', () => {
    expect(snippets.map(([, name]) => name)).toEqual(['datasets', 'duckdb', 'pandas', 'datatrove', 'dolma']);
  });

  it.each(snippets.map(([, name = '', code = '']) => [name, code] as const))('%s', async (name, code) => {
    const root = join(home, `readme-${name}`);
    mkdirSync(root);
    expect(limpia(['clean', join(ROOT, 'raw'), '--out', join(root, 'clean'), '--quiet']).status).toBe(0);
    write(root, { 'snippet.py': code });
    const interpreter = name === 'dolma' ? interpreters.dolma : interpreters.most;
    const { stdout } = await python(interpreter, ['snippet.py'], root);
    const promised = [...code.matchAll(/^ *print\(.*\) {2}# (.+)$/gm)].map(([, comment]) => comment);
    expect(promised.length).toBeGreaterThan(0);
    expect(stdout.trim().split('\n').slice(-promised.length)).toEqual(promised);
  });
});
