import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../support/cli.js';
import { ROOT } from '../support/root.js';

/** Prints its arguments' last lines: enough to see that it was run on both files. */
const SCORER = `import sys
for path in sys.argv[1:3]:
    print(sum(1 for line in open(path, encoding='utf-8') if line.strip()))
`;
const ENGLISH =
  'The council answered the letter in autumn, and the plans were shown to everybody in the town hall.';
const SECOND =
  'Nobody on the old bridge remembered a colder spring, and the ferry left before noon as it always does.';
const SPANISH =
  'El ayuntamiento respondió a la carta en otoño y los planos se mostraron a todos los vecinos.';

const jsonl = (rows: readonly object[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('');

const LID = jsonl([
  { id: 'a', group: 'sent', lang: 'spa', text: SPANISH },
  { id: 'd1', group: 'doc', lang: 'spa', doc: 'd', par: 1, text: `${SPANISH}\n${SPANISH}\n12:30` },
  { id: 'd0', group: 'doc', lang: 'eng', doc: 'd', par: 0, text: ENGLISH },
  { id: 'n', group: 'noise', lang: 'und', text: 'https://www.example.com/' },
]);

function evaluate(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, '.build/eval/eval.js'), ...args], { encoding: 'utf8' });
}

function predictions(
  set: string,
  rows: string | Buffer,
  name = 'set.jsonl',
  ...options: string[]
): Record<string, unknown>[] {
  const path = folder({ [name]: rows, 'score.py': SCORER });
  const out = join(path, 'out.jsonl');
  const { status, stdout, stderr } = evaluate(set, join(path, name), '--predictions', out, ...options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect(stdout.trim().split(/\s+/)).toEqual([`${lines.length}`, `${lines.length}`]);
  return lines.map(line => JSON.parse(line) as Record<string, unknown>);
}

describe('npm run eval', () => {
  beforeAll(() => {
    spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'test/tsconfig.json'], {
      cwd: ROOT,
    });
  });

  it('tags languages, the rows of one document as one document', () => {
    const langs = predictions('lid', LID).map(({ id, lang }) => [id, lang]);
    expect(Object.fromEntries(langs)).toEqual({ a: 'spa-Latn', n: 'und-Latn', d0: 'eng', d1: 'spa' });
  });

  it('reads gzip', () => {
    expect(predictions('lid', gzipSync(LID), 'set.jsonl.gz')).toHaveLength(4);
  });

  it('repairs mojibake', () => {
    const rows = jsonl([
      {
        id: 'm',
        kind: 'full',
        input: 'CafÃ© con leche y una tostada',
        expected: 'Café con leche y una tostada',
      },
    ]);
    expect(predictions('mojibake', rows)).toEqual([{ id: 'm', output: 'Café con leche y una tostada' }]);
  });

  it('cleans pages', () => {
    const rows = jsonl([{ id: 'b', url: 'https://www.example.com/', text: `${ENGLISH}\n\n\n\n${SECOND}` }]);
    expect(predictions('boilerplate', rows)).toEqual([{ id: 'b', text: `${ENGLISH}\n\n${SECOND}` }]);
  });

  it.each([
    [[], 2, /npm run eval -- mojibake/],
    [['dedupe'], 2, /unknown set "dedupe"/],
    [['lid', '--level', 'most'], 2, /--level is safe or full/],
    [['lid', '--fast'], 2, /--fast/],
    [['lid', 'no/such/file.jsonl'], 4, /no such file: .*file\.jsonl/],
  ])('%j exits with %d', (args, code, message) => {
    const { status, stderr } = evaluate(...args);
    expect(status).toBe(code);
    expect(stderr).toMatch(message);
  });

  it('names the line that is no JSON object', () => {
    const path = folder({ 'set.jsonl': '{"id":"a","text":"b"}\n[1]\n', 'score.py': SCORER });
    const { status, stderr } = evaluate('lid', join(path, 'set.jsonl'));
    expect(status).toBe(4);
    expect(stderr).toMatch(/set\.jsonl:2: not a JSON object/);
  });
});
