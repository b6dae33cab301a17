import { existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { commandName } from '../../src/report/command-name.js';
import { folder, limpia, lines, tree, write } from '../support/cli.js';

const RAW = {
  'raw/good.txt': 'The lamp burns all night in the window of the mill.\n',
  'raw/bad.jsonl':
    '{"text":"A whole record of one sentence."}\n{"text":"cut of\n{"other":1}\n{"text":"And one more record."}\n',
};

describe('clean --dry-run', () => {
  it('tells what is new, changed and gone, and writes nothing', () => {
    const root = folder(RAW);
    const before = limpia(['clean', '--dry-run'], { cwd: root });
    expect(before.status).toBe(0);
    expect(before.stdout).toMatch(/^2 files/);
    expect(before.stdout).toContain('To do: 1 of 1 shard');
    expect(existsSync(join(root, 'clean'))).toBe(false);

    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    const written = tree(join(root, 'clean'));
    expect(limpia(['clean', '--dry-run'], { cwd: root }).stdout).toContain('Nothing is new');
    write(root, { 'raw/good.txt': 'Another sentence stands here now, and a longer one.\n' });
    expect(JSON.parse(limpia(['clean', '--dry-run', '--json'], { cwd: root }).stdout)).toMatchObject({
      files: 2,
      open: { shards: 1, files: ['bad.jsonl', 'good.txt'] },
      gone: [],
    });
    expect(tree(join(root, 'clean'))).toEqual(written);
  });

  it('names files of the last run that are gone, and files of other kinds', () => {
    const root = folder({ ...RAW, 'raw/photo.png': 'x' });
    limpia(['clean'], { cwd: root });
    const other = folder({ 'raw/good.txt': RAW['raw/good.txt'], 'raw/photo.png': 'x' });
    const { stdout } = limpia([
      'clean',
      join(other, 'raw'),
      '--out',
      join(root, 'clean'),
      '--dry-run',
      '--json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ gone: ['bad.jsonl'], ignored: ['photo.png'] });
  });
});

describe('clean --sample', () => {
  const record = (i: number): string => `{"id":"r${i}","text":"Record ${i} is a sentence of its own."}\n`;
  const many = Array.from({ length: 400 }, (_, i) => record(i)).join('');
  const RECORDS = {
    'raw/many.jsonl': many,
    'raw/zipped.jsonl.gz': gzipSync(many),
    'raw/page.txt': 'One page.\n',
  };
  const sampled = (root: string, ...args: string[]): string[] => {
    expect(limpia(['clean', '--sample', '20', ...args], { cwd: root }).status).toBe(0);
    return lines(root, 'clean-sample/data').map(({ id }) => id);
  };

  it('takes records from all over the input, the same for any number of workers, and leaves clean/ alone', () => {
    const root = folder({ ...RECORDS, 'rules/pipeline.yml': 'shard: 4 KiB\n' });
    const found = sampled(root, '--workers', '2');
    expect(found.length).toBeGreaterThanOrEqual(15);
    expect(found.length).toBeLessThanOrEqual(20);
    expect(new Set(found.flatMap(id => /^r(\d*)\d\d$/.exec(id)?.[1] ?? [])).size).toBe(4);
    expect(existsSync(join(root, 'clean'))).toBe(false);
    const written = tree(join(root, 'clean-sample'));
    rmSync(join(root, 'clean-sample'), { recursive: true });
    sampled(root, '--workers', '1');
    expect(tree(join(root, 'clean-sample'))).toEqual(written);
  });

  it('takes everything where there is less', () => {
    const root = folder({ 'raw/many.jsonl': many });
    expect(limpia(['clean', '--sample', '100000'], { cwd: root }).status).toBe(0);
    expect(lines(root, 'clean-sample/data')).toHaveLength(400);
  });
});

describe('clean --profile', () => {
  it('tells where time went, by stage and by rule', () => {
    const root = folder(RAW);
    const { stderr, status } = limpia(['clean', '--profile'], { cwd: root });
    expect(status).toBe(0);
    for (const stage of ['read', 'entities', 'mojibake', 'strip', 'tag', 'write'])
      expect(stderr).toMatch(new RegExp(`^${stage} +\\d+\\.\\d\\d`, 'm'));
    expect(stderr).toMatch(/^any\/title\/repeated +\d/m);
  });
});

describe('clean --max-rejects', () => {
  it.each([
    ['2', 0],
    ['1', 1],
    ['0', 1],
    ['40%', 0],
    ['39.9%', 1],
  ])('%s with 2 rejects of 5 records: exit code %i, and the good records are there', (limit, status) => {
    const root = folder(RAW);
    const run = limpia(['clean', '--max-rejects', limit], { cwd: root });
    expect(run.status).toBe(status);
    if (status === 1) expect(run.stderr).toContain('2 of 5 records could not be read');
    expect(lines(join(root, 'clean'))).toHaveLength(3);
    // A run with nothing new says the same.
    expect(limpia(['clean', '--max-rejects', limit], { cwd: root }).status).toBe(status);
  });

  it.each(['x', '1.5', '-1', '101%', '5 %'])('refuses %s', limit => {
    const { status, stderr } = limpia(['clean', `--max-rejects=${limit}`], { cwd: folder(RAW) });
    expect(status).toBe(2);
    expect(stderr).toContain('a percentage such as 0.5%');
  });
});

describe('slips', () => {
  it.each([
    [['claen'], 'Did you mean clean?', 2],
    [['clean', '--worker', '1'], 'Did you mean --workers?', 2],
    [['clean', 'raww'], 'Did you mean "raw"?', 4],
    [['clean', '--level', 'ful'], 'safe, full', 2],
    [['rules', 'test', 'en/related/more-im'], 'Did you mean "en/related/more-in"?', 2],
  ])('%j is answered with %j', (args, hint, status) => {
    const run = limpia(args, { cwd: folder(RAW) });
    expect(run.stderr).toContain(hint);
    expect(run.status).toBe(status);
  });
});

describe('the hint at the end of a run', () => {
  const hint = (root: string, ...args: string[]): string[] => {
    const { stderr } = limpia(['clean', ...args], { cwd: root });
    const [, command = ''] = /the story of one document: {2}(?:npx )?limpia (.+)\n/.exec(stderr) ?? [];
    return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
  };

  it.each([
    ['the usual folders', []],
    ['an output elsewhere', ['--out', 'else where/clean']],
    ['a sample', ['--sample', '2']],
    ['one file', ['raw/good.txt', '--out', 'one']],
  ])('works as it stands with %s', (_, args) => {
    const root = folder(RAW);
    const command = hint(root, ...args);
    expect(command[0]).toBe('explain');
    const { status, stdout } = limpia(command, { cwd: root });
    expect([status, stdout]).toEqual([0, expect.stringContaining(command[1] ?? '?')]);
  });

  it('calls limpia by its name only where that is on the path for good', () => {
    const file = process.platform === 'win32' ? 'limpia.cmd' : 'limpia';
    const root = folder({ [`bin/${file}`]: '', [`node_modules/.bin/${file}`]: '' });
    const [bin, local] = [join(root, 'bin'), join(root, 'node_modules/.bin')];
    expect(commandName([local, bin].join(delimiter))).toBe('limpia');
    expect(commandName([local, root].join(delimiter))).toBe('npx limpia');
  });

  it('names a rejected record where there is nothing else', () => {
    const root = folder({ 'raw/bad.jsonl': '{"text":\n' });
    expect(limpia(hint(root), { cwd: root }).stdout).toContain('rejected: invalid-json');
  });

  it('rules new names the folder of rules', () => {
    const root = folder(RAW);
    const args = ['--drop', 'Hear this', '--rules', 'my rules'];
    expect(limpia(['rules', 'new', 'en/a/b', ...args], { cwd: root }).stdout).toContain(
      `Next: ${commandName()} rules try en/a/b --rules "my rules"\n`,
    );
  });
});

it('says of files that are gone that what was made of them goes', () => {
  const root = folder({
    'raw/a.txt': 'A sentence of its own.',
    'raw/b.txt': 'Another sentence, of another file.',
    'other/c.txt': 'A third sentence, elsewhere.',
  });
  const told = (...args: string[]): string => limpia(['clean', ...args], { cwd: root }).stderr;
  expect(told()).not.toContain('last run');
  expect(told('other')).toContain(
    '2 files of the last run are no longer among the input, a.txt first: what was made of them leaves clean.\n',
  );
  expect(told('other')).not.toContain('last run');
});
