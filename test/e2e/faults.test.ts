import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folder, limpia, lines, write } from '../support/cli.js';
import type { RejectedEntry } from '../../src/write/audit.js';

const GOOD = { 'raw/good.txt': 'A good sentence stands here, and it must come out unharmed.' };

const clean = (root: string, ...more: string[]) =>
  limpia(['clean', 'raw', '--out', 'clean', ...more], { cwd: root });

/** Bad input: good records come out, the rest is in audit/rejected with its place and reason, and the run says so. */
describe('input that cannot be read', () => {
  const line = (n: number): string =>
    JSON.stringify({ id: `d${n}`, text: `Sentence number ${n} is a good sentence.` });
  const ten = Array.from({ length: 10 }, (_, i) => line(i + 1));
  const badSeventh = ten.with(6, '{"id":"d7","text":"Sentence number 7 is').join('\n');
  const gz = gzipSync(ten.join('\n'), { level: 0 });

  it.each<[string, Record<string, string | Buffer>, Partial<RejectedEntry>, number]>([
    [
      'a binary file',
      { 'raw/a.txt': Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1') },
      { path: 'a.txt', offset: 0, reason: 'binary' },
      0,
    ],
    [
      'a binary file that says it is JSONL',
      { 'raw/a.jsonl': Buffer.alloc(5000) },
      { reason: 'binary', length: 5000 },
      0,
    ],
    ['an empty file', { 'raw/a.txt': '' }, { reason: 'empty', length: 0 }, 0],
    ['a file of spaces', { 'raw/a.txt': ' \n\t\n ' }, { reason: 'empty', bytes: ' \n\t\n ' }, 0],
    [
      'invalid JSON on line 7',
      { 'raw/a.jsonl': badSeventh },
      {
        reason: 'invalid-json',
        offset: ten.slice(0, 6).join('\n').length + 1,
        bytes: '{"id":"d7","text":"Sentence number 7 is',
      },
      9,
    ],
    [
      'a record without text',
      { 'raw/a.jsonl': '{"id":"x","title":"no text"}' },
      { reason: 'no-text', encoding: 'utf-8' },
      0,
    ],
    ['a record whose text is a number', { 'raw/a.jsonl': '{"text":7}' }, { reason: 'no-text' }, 0],
    ['a line that is no object', { 'raw/a.jsonl': '[1,2]' }, { reason: 'not-an-object' }, 0],
    [
      'a truncated .gz',
      { 'raw/a.jsonl.gz': gz.subarray(0, gz.length - 60) },
      { reason: 'truncated', path: 'a.jsonl.gz' },
      9,
    ],
    ['a .gz that is none', { 'raw/a.jsonl.gz': 'plain text' }, { reason: 'corrupt', offset: 0 }, 0],
    [
      'a record that is too long',
      {
        'rules/pipeline.yml': 'limits: {record: 1 KiB}',
        'raw/a.jsonl': `${line(1)}\n${JSON.stringify({ text: 'x'.repeat(2000) })}\n${line(2)}`,
      },
      { reason: 'too-long', encoding: 'none' },
      2,
    ],
  ])('%s', (_, files, expected, good) => {
    const root = folder({ ...GOOD, ...files });
    const { status, stderr } = clean(root);
    expect(status).toBe(0);
    expect(stderr).toMatch(/1 record could not be read: see clean\/audit\/rejected/);
    const rejected = lines<RejectedEntry>(join(root, 'clean'), 'audit/rejected');
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject(expected);
    expect(rejected[0]?.error).not.toBe('');
    expect(lines(join(root, 'clean'))).toHaveLength(good + 1);
  });
});

describe('a call or setting that cannot be followed', () => {
  it.each<[string, Record<string, string>, string[], number, RegExp]>([
    ['an input folder that is not there', {}, ['clean', 'rwa'], 4, /There is no rwa/],
    [
      'an input folder without files',
      { 'raw/.gitkeep': '' },
      ['clean'],
      4,
      /Nothing to read in .*raw[\s\S]*\.jsonl/,
    ],
    [
      'an output folder inside the input',
      GOOD,
      ['clean', 'raw', '--out', 'raw/clean'],
      2,
      /lie in each other/,
    ],
    ['the input folder as output', GOOD, ['clean', 'raw', '--out', 'raw'], 2, /lie in each other/],
    [
      "an output folder with somebody else's files",
      { ...GOOD, 'out/thesis.docx': 'x' },
      ['clean', 'raw', '--out', 'out'],
      2,
      /thesis\.docx[\s\S]*empty or new folder/,
    ],
    ['an output that is a file', { ...GOOD, out: 'x' }, ['clean', 'raw', '--out', 'out'], 2, /out is a file/],
    [
      'an unknown key in pipeline.yml',
      { ...GOOD, 'rules/pipeline.yml': 'level: safe\nlimit: {share: 1}\n' },
      ['clean'],
      3,
      /pipeline\.yml:2:1[\s\S]*limits/,
    ],
    [
      'a wrong type in pipeline.yml',
      { ...GOOD, 'rules/pipeline.yml': 'limits:\n  share: half\n' },
      ['clean'],
      3,
      /pipeline\.yml:2:\d+[\s\S]*number/,
    ],
    [
      'YAML that is none',
      { ...GOOD, 'rules/pipeline.yml': 'level: [safe\n' },
      ['clean'],
      3,
      /pipeline\.yml:\d+:\d+/,
    ],
    [
      'a rule with a bad regex',
      {
        ...GOOD,
        'rules/en/x.yml':
          "rules:\n  bad:\n    why: Shows the message.\n    line: { regex: '^(More' }\n    examples: [{ drop: More }, { keep: Less }]\n",
      },
      ['clean'],
      3,
      /rules\/en\/x\.yml:4:\d+/,
    ],
    ['a rules folder that is not there', GOOD, ['clean', 'raw', '--rules', 'ruels'], 3, /no folder ruels/],
    ['an unknown option', GOOD, ['clean', '--wrokers', '2'], 2, /Did you mean --workers/],
    ['an unknown command', GOOD, ['claen'], 2, /Did you mean clean/],
    ['a number of workers that is none', GOOD, ['clean', '--workers', 'two'], 2, /whole number/],
    ['a level that is none', GOOD, ['clean', '--level', 'medium'], 2, /safe, full/],
    ['an id that is not there', GOOD, ['restore', 'l1-none'], 4, /no output of limpia in clean/],
    [
      'a record to explain that is not there',
      GOOD,
      ['explain', 'raw/good.txt:99'],
      4,
      /No record .* byte 99/,
    ],
  ])('%s', (_, files, args, status, message) => {
    const root = folder(files);
    const result = limpia(args, { cwd: root });
    expect(result.stderr).toMatch(message);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe('');
  });

  it('a lock that another process holds', () => {
    const root = folder(GOOD);
    expect(clean(root).status).toBe(0);
    writeFileSync(join(root, 'clean/.limpia/lock'), JSON.stringify({ pid: process.pid, host: hostname() }));
    const { status, stderr } = clean(root);
    expect(status).toBe(5);
    expect(stderr).toContain(`is being written by process ${process.pid}`);
  });

  it('a lock that a dead process left is taken over', () => {
    const root = folder(GOOD);
    mkdirSync(join(root, 'clean/.limpia'), { recursive: true });
    writeFileSync(join(root, 'clean/.limpia/lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    expect(clean(root).status).toBe(0);
  });
});

it('reads UTF-16 JSONL, and names that need care', () => {
  const root = folder({
    'raw/wide.jsonl': Buffer.from(
      '\ufeff{"id":"w1","text":"Wide letters, one."}\n{"id":"w2","text":"Ċwide letters, two."}\n',
      'utf16le',
    ),
    'raw/ünï/[x] (1) 漢字.txt': 'A file whose name needs care.',
  });
  expect(clean(root).status).toBe(0);
  const found = lines(join(root, 'clean'));
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['w1', 'w2']));
  expect(found.map(({ metadata }) => metadata.path)).toContain('ünï/[x] (1) 漢字.txt');
});

it('--json prints the manifest, --quiet nothing', () => {
  const root = folder(GOOD);
  const { stdout, stderr } = clean(root, '--json', '--quiet');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(root, 'clean/manifest.json'), 'utf8')));
});

it('takes a single file as input', () => {
  const root = folder({ ...GOOD });
  write(root, { 'raw/other.txt': 'Not asked for.' });
  expect(limpia(['clean', 'raw/good.txt', '--out', 'one'], { cwd: root }).status).toBe(0);
  expect(lines(join(root, 'one')).map(({ metadata }) => metadata.path)).toEqual(['good.txt']);
});
