import {
  chownSync,
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { byPath, CLI, folder, limpia, lines } from '../support/cli.js';
import type { RejectedEntry } from '../../src/write/audit.js';

const GOOD = { 'raw/good.txt': 'A good sentence stands here, and it must come out unharmed.' };

const clean = (root: string, ...more: string[]) =>
  limpia(['clean', 'raw', '--out', 'clean', ...more], { cwd: root });
const rejected = (root: string): RejectedEntry[] =>
  lines<RejectedEntry>(join(root, 'clean'), 'audit/rejected');
const textsOf = (root: string, path: string): string[] =>
  lines(join(root, 'clean'))
    .filter(({ metadata }) => metadata.path === path)
    .map(({ text }) => text);

const ONE = 'The first sentence of the first article stands here.';
const TWO = 'The second article has a sentence of its own as well.';

describe('formats', () => {
  const record = (text: string, n: number): string =>
    `{"id":"r${n}","title":"T${n}","text":${JSON.stringify(text)},"n": 1${n}e400}`;
  const list = `[${record(ONE, 1)},\n ${record(TWO, 2)}]`;
  const table = `id,title,text,n\nr1,T1,"${ONE}",x\nr2,T2,"${TWO}",y\n`;

  it.each<[string, Record<string, string | Buffer>, string, string[]]>([
    ['a JSON list', { 'raw/a.json': list }, 'a.json', ['{"n": 11e400}', '{"n": 12e400}']],
    [
      'a JSON list, gzipped',
      { 'raw/a.json.gz': gzipSync(list) },
      'a.json.gz',
      ['{"n": 11e400}', '{"n": 12e400}'],
    ],
    [
      'a JSON list inside an object',
      {
        'raw/a.json': `{"meta":{"count":2},"data":{"articles":${list}}}`,
        'rules/pipeline.yml': 'input: {json: {pick: data.articles}}',
      },
      'a.json',
      ['{"n": 11e400}', '{"n": 12e400}'],
    ],
    ['CSV', { 'raw/a.csv': table }, 'a.csv', ['{"n":"x"}', '{"n":"y"}']],
    [
      'CSV in UTF-16',
      { 'raw/a.csv': Buffer.from(`\ufeff${table}`, 'utf16le') },
      'a.csv',
      ['{"n":"x"}', '{"n":"y"}'],
    ],
    [
      'TSV, gzipped',
      { 'raw/a.tsv.gz': gzipSync(table.replaceAll(',', '\t')) },
      'a.tsv.gz',
      ['{"n":"x"}', '{"n":"y"}'],
    ],
  ])('%s', (_, files, path, extras) => {
    const root = folder(files);
    const { status, stderr } = clean(root);
    expect(stderr).not.toMatch(/could not/);
    expect(status).toBe(0);
    const records = lines(join(root, 'clean'));
    expect(records.map(({ id, text }) => [id, text])).toEqual([
      ['r1', ONE],
      ['r2', TWO],
    ]);
    expect(records.map(({ metadata }) => [metadata.title, metadata.extra, metadata.path])).toEqual([
      ['T1', extras[0], path],
      ['T2', extras[1], path],
    ]);
    const offset = records[1]?.metadata.offset ?? 0;
    if (!path.endsWith('.gz')) {
      const { stdout } = limpia(['explain', `raw/${path}:${offset}`, '--json'], { cwd: root });
      expect(stdout).toContain('second article');
    }
  });

  it('Markdown, whose code blocks and indentation survive', () => {
    const code = '```js\nif (x) {\n    return  1;\n}\n```';
    const root = folder({
      'raw/a.md': `# Title of it\n\n\n\nSome   prose stands here, more than one word.\n\n${code}\n\n- item\n    - nested item\n`,
    });
    expect(clean(root).status).toBe(0);
    expect(textsOf(root, 'a.md')[0]).toBe(
      `# Title of it\n\nSome prose stands here, more than one word.\n\n${code}\n\n- item\n    - nested item`,
    );
    limpia(['restore', '--all', '--from', 'clean', '--out', 'back'], { cwd: root });
    expect(statSync(join(root, 'back/a.md')).size).toBe(statSync(join(root, 'raw/a.md')).size);
  });

  it.each<[string, string, string, Partial<RejectedEntry>]>([
    [
      'a ragged CSV row',
      'a.csv',
      `text,n\n${ONE},1\nragged\n${TWO},2\n`,
      { reason: 'ragged-row', offset: 8 + ONE.length + 2, bytes: 'ragged' },
    ],
    [
      'JSON cut in the middle',
      'a.json',
      `[${JSON.stringify({ text: ONE })},${JSON.stringify({ text: TWO })},{"text":"cut he`,
      { reason: 'truncated', bytes: '{"text":"cut he' },
    ],
    [
      'a broken element',
      'a.json',
      `[${JSON.stringify({ text: ONE })},{"text": oops},${JSON.stringify({ text: TWO })}]`,
      { reason: 'invalid-json', bytes: '{"text": oops}' },
    ],
  ])('%s is rejected, and the records around it are not', (_, name, content, expected) => {
    const root = folder({ ...GOOD, [`raw/${name}`]: content });
    const { status, stderr } = clean(root);
    expect(status).toBe(0);
    expect(stderr).toMatch(/1 record could not be read: see clean\/audit\/rejected/);
    expect(rejected(root)).toMatchObject([{ path: name, ...expected }]);
    expect(textsOf(root, name)).toEqual([ONE, TWO]);
    expect(byPath(join(root, 'clean')).has('good.txt')).toBe(true);
  });
});

it('a line of a gigabyte is rejected with its place, and its neighbours are not', () => {
  const root = folder({ ...GOOD, 'rules/pipeline.yml': 'limits: {record: 1 MiB}' });
  const first = `${JSON.stringify({ text: ONE })}\n`;
  const file = openSync(join(root, 'raw/a.jsonl'), 'w');
  writeSync(file, first + 'x'.repeat(1 << 20));
  ftruncateSync(file, 1 << 30);
  writeSync(file, `\n${JSON.stringify({ text: TWO })}\n`, 1 << 30);
  closeSync(file);
  expect(clean(root).status).toBe(0);
  expect(rejected(root)).toMatchObject([
    {
      path: 'a.jsonl',
      offset: first.length,
      length: (1 << 30) - first.length,
      reason: 'too-long',
      bytes: '',
    },
  ]);
  expect(textsOf(root, 'a.jsonl').sort()).toEqual([ONE, TWO]);
});

it('a folder without permission is rejected with the reason, and its neighbours are read', () => {
  const root = folder({ ...GOOD, 'raw/locked/a.txt': 'Nobody reads this.' });
  chmodSync(join(root, 'raw/locked'), 0);
  // Root may read everything: then somebody else runs.
  const user = process.getuid?.() === 0 ? NOBODY : undefined;
  if (user !== undefined) {
    mkdirSync(join(root, 'clean'));
    for (const path of ['.', 'raw', 'raw/locked', 'clean']) chownSync(join(root, path), user, user);
  }
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'clean', 'raw', '--out', 'clean'], {
    cwd: root,
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  chmodSync(join(root, 'raw/locked'), 0o755);
  expect(stderr.toString()).toMatch(/1 record could not be read/);
  expect(status).toBe(0);
  expect(rejected(root)).toMatchObject([
    { path: 'locked', reason: 'unreadable', error: expect.stringMatching(/EACCES|permission/) as string },
  ]);
  expect(textsOf(root, 'good.txt')).toHaveLength(1);
});

const NOBODY = 65534;

it('file names in every script, and no hidden files or links', () => {
  const names = [
    'العربية',
    'বাংলা',
    'ελληνικά',
    'עברית',
    'हिन्दी',
    '日本語',
    'ქართული',
    '한국어',
    'русский',
    'ไทย',
    'አማርኛ',
    '😀',
    'a b',
    "it's",
    '%41',
    '[x]{y}',
    'ñ',
    'n\u0303',
  ];
  const files = Object.fromEntries(
    names.map((name, i) => [`raw/${name}/${name}.txt`, `Sentence number ${i} stands in a file of its own.`]),
  );
  const root = folder({
    ...files,
    'raw/.hidden.txt': 'Hidden.',
    'raw/.git/a.txt': 'Hidden.',
    'outside/secret.txt': 'Outside.',
  });
  symlinkSync(join(root, 'outside'), join(root, 'raw/link'));
  symlinkSync(join(root, 'outside/secret.txt'), join(root, 'raw/link.txt'));
  const { status, stderr } = limpia(['clean'], { cwd: root });
  expect(status).toBe(0);
  expect(stderr).toContain('2 symbolic links are not followed: link, link.txt.');
  expect([...byPath(join(root, 'clean')).keys()].sort()).toEqual(
    names.map(name => `${name}/${name}.txt`).sort(),
  );
});

it('globs say what is read', () => {
  const root = folder({
    ...GOOD,
    'raw/deep/er/a.txt': ONE,
    'raw/deep/b.txt': TWO,
    'rules/pipeline.yml': "input: {include: ['deep/**'], exclude: ['**/b.*']}",
  });
  expect(clean(root).status).toBe(0);
  expect([...byPath(join(root, 'clean')).keys()]).toEqual(['deep/er/a.txt']);
});

it('legacy charsets by file, by line and by pattern; what cannot be decoded is kept', () => {
  const russian =
    'Это предложение написано по-русски, и оно должно выйти целым из старой кодировки.\n'.repeat(5);
  const chinese = '这是一个用中文写的句子，它应该从旧的编码中完整地出来。我们每天都在学习新的东西。\n'.repeat(
    4,
  );
  const german = 'Schöne Grüße aus München, wo die Straßen naß sind.';
  const broken = Buffer.concat([
    iconv.encode('这是一个用中文写的句子，它应该', 'gbk'),
    Buffer.of(0xff),
    iconv.encode('出来。', 'gbk'),
  ]);
  const root = folder({
    'raw/koi.txt': iconv.encode(russian, 'koi8-r'),
    'raw/gbk.jsonl': iconv.encode(
      chinese
        .trim()
        .split('\n')
        .map(text => JSON.stringify({ text }))
        .join('\n'),
      'gbk',
    ),
    'raw/mixed.txt': Buffer.concat([Buffer.from(chinese), iconv.encode(german, 'latin1')]),
    'raw/forced/a.txt': iconv.encode('da', 'utf-16le'),
    'raw/forced/broken.gbk.txt': broken,
    'rules/pipeline.yml':
      "input: {charset: {'forced/*': utf-16le, '**/*.gbk.txt': gbk}}\nduplicates: {exact: false, near: false}\n",
  });
  expect(clean(root).status).toBe(0);
  const found = byPath(join(root, 'clean'));
  expect(found.get('koi.txt')).toMatchObject({ text: russian.trim(), metadata: { charset: 'koi8-r' } });
  expect(found.get('gbk.jsonl')).toMatchObject({
    text: chinese.split('\n')[0],
    metadata: { charset: 'gb18030' },
  });
  expect(found.get('mixed.txt')).toMatchObject({
    text: `${chinese}${german}`,
    metadata: { charset: 'utf-8+windows-1252' },
  });
  expect(found.get('forced/a.txt')).toMatchObject({ text: 'da', metadata: { charset: 'utf-16le' } });
  expect(found.get('forced/broken.gbk.txt')?.text).toBe('这是一个用中文写的句子，它应该\ufffd出来。');
  const edits = lines<{ path: string; undecoded: unknown[] }>(join(root, 'clean'), 'audit/edits');
  expect(edits.find(({ path }) => path === 'forced/broken.gbk.txt')?.undecoded).toEqual([
    { at: 15, bytes: 'ff' },
  ]);
  expect(rejected(root)).toEqual([]);
});

describe('JSON of several shapes in one folder', () => {
  const [LISTED, SINGLE, NESTED] = ['list', 'file', 'feed'].map(of => ({
    text: `A record of a ${of} of its own.`,
  }));
  const FILES = {
    'raw/list.json': JSON.stringify([LISTED]),
    'raw/one.json': JSON.stringify(SINGLE),
    'raw/api/nested.json': JSON.stringify({ meta: { n: 1 }, data: { items: [NESTED] } }),
  };

  it('a list deep in a file is named by its keys', () => {
    const home = folder(FILES);
    expect(limpia(['clean', '--quiet'], { cwd: home }).status).toBe(0);
    const [rejected] = lines<RejectedEntry>(join(home, 'clean'), 'audit/rejected');
    expect(rejected?.path).toBe('api/nested.json');
    expect(rejected?.error).toContain('"pick: data.items" under input.json in pipeline.yml');
    expect(lines(join(home, 'clean'))).toHaveLength(2);
  });

  it('is picked by pattern, the last that fits', () => {
    const picks = '"**/*.json": wrong\n      "*.json": ""\n      "api/*.json": data.items';
    const home = folder({
      ...FILES,
      'rules/pipeline.yml': `input:\n  json:\n    pick:\n      ${picks}\n`,
    });
    expect(limpia(['clean', '--quiet'], { cwd: home }).status).toBe(0);
    expect(lines(join(home, 'clean')).map(({ text }) => ({ text }))).toEqual([NESTED, LISTED, SINGLE]);
  });

  it('a field of a field is named by both, and stays in extra', () => {
    const post = { id: 'p', title: { rendered: 'A headline' }, content: { rendered: 'The text of a post.' } };
    const home = folder({
      'raw/posts.json': JSON.stringify([post, { ...post, id: 'q', content: { rendered: null } }]),
      'rules/pipeline.yml': 'input: {text: [content.rendered], fields: {title: title.rendered}}\n',
    });
    expect(limpia(['clean', '--quiet'], { cwd: home }).status).toBe(0);
    const [record] = lines(join(home, 'clean'));
    expect(record?.text).toBe('The text of a post.');
    expect(record?.metadata.title).toBe('A headline');
    expect(JSON.parse(record?.metadata.extra ?? '')).toEqual({ title: post.title, content: post.content });
    expect(rejected(home)[0]?.error).toContain('The field "content.rendered" is null, not a string.');
  });

  it('a pattern that no file fits is told', () => {
    const home = folder({
      ...FILES,
      'rules/pipeline.yml': 'input: {json: {pick: {"feeds/*.json": items}}}\n',
    });
    expect(limpia(['clean'], { cwd: home }).stderr).toContain(
      'no file in raw fits "feeds/*.json" of input.json.pick.',
    );
  });
});
