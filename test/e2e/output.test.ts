import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folder, limpia, lines, tree } from '../support/cli.js';
import { documents, jsonLines } from '../support/corpus.js';

// These documents are made of few sentences, so that nearly all would be duplicates of others.
const SHARDS = 'shard: 32 KiB\nduplicates: {exact: false, near: false}\n';
const OPTIONS: readonly (readonly [name: string, yaml: string])[] = [
  ['some fields', 'output: {fields: [title, lang], extra: []}\n'],
  ['all of these', 'output: {gzip: true, by-language: true, fields: [lang, extra], extra: [n]}\n'],
];

function corpus(yaml: string): string {
  const texts = documents(30, 7).map((text, i) => [`raw/articles/${String(i).padStart(3, '0')}.txt`, text]);
  return folder({
    'rules/pipeline.yml': `${SHARDS}${yaml}`,
    'raw/feed.jsonl': jsonLines(300, 3),
    ...(Object.fromEntries(texts) as Record<string, string>),
  });
}

const clean = (root: string, out = 'clean', ...more: string[]): void => {
  const { status, stderr } = limpia(['clean', 'raw', '--out', out, ...more], { cwd: root });
  expect([status, stderr.includes('rror')]).toEqual([0, false]);
};
const setOptions = (root: string, yaml: string): void => {
  writeFileSync(join(root, 'rules/pipeline.yml'), `${SHARDS}${yaml}`);
};

describe.each(OPTIONS)('output: %s', (_, yaml) => {
  it('has the same bytes for any number of workers', () => {
    const trees = ['1', '3'].map(workers => {
      const root = corpus(yaml);
      clean(root, 'clean', '--workers', workers);
      return tree(join(root, 'clean'));
    });
    expect(trees[1]).toEqual(trees[0]);
  });

  it('set, mended or taken back later gives the bytes of a run from scratch, and no folder too many', () => {
    const root = corpus('');
    const out = join(root, 'clean');
    clean(root);
    const plain = tree(out);
    setOptions(root, yaml);
    clean(root);
    clean(root, 'scratch');
    const scratch = tree(join(root, 'scratch'));
    expect(tree(out)).toEqual(scratch);
    expect(folders(out)).toEqual(folders(join(root, 'scratch')));
    expect(limpia(['clean'], { cwd: root }).stderr).toContain('Nothing was new');
    const [part = ''] = Object.keys(scratch).filter(path => path.startsWith('data'));
    rmSync(join(out, part));
    clean(root);
    expect(tree(out)).toEqual(scratch);
    setOptions(root, '');
    clean(root);
    expect(tree(out)).toEqual(plain);
    expect(folders(join(out, 'data'))).toEqual([]);
  });

  it('loses nothing: restore and explain tell the same as without it, and diff knows what is the same', () => {
    const root = corpus('');
    clean(root, 'plain');
    setOptions(root, yaml);
    clean(root);
    const limpiaIn = (...args: string[]) => limpia(args, { cwd: root });
    for (const from of ['plain', 'clean'])
      expect(limpiaIn('restore', '--all', '--from', from, '--out', `${from}-back`).status).toBe(0);
    expect(tree(join(root, 'clean-back'))).toEqual(tree(join(root, 'plain-back')));

    const kept = lines(join(root, 'plain'));
    const dropped = lines(join(root, 'plain'), 'audit/dropped');
    for (const { id = '' } of [kept[0], kept.at(-1), dropped[0]].flatMap(one => one ?? [])) {
      const told = ['plain', 'clean'].map(from => limpiaIn('explain', id, '--from', from, '--json').stdout);
      expect(told[0]).toContain(id);
      expect(told[1]).toBe(told[0]);
    }

    const others = ['dropped', 'duplicates', 'rejected'].reduce(
      (sum, output) => sum + lines(join(root, 'plain'), `audit/${output}`).length,
      0,
    );
    const same = yaml.includes('fields') ? others : kept.length + others;
    const { stdout } = limpiaIn('diff', 'plain', 'clean', '--json');
    expect((JSON.parse(stdout) as { documents: object }).documents).toMatchObject({
      same,
      changed: kept.length + others - same,
      added: 0,
      removed: 0,
    });
  });
});

it('gzip: each part is its plain twin, without a time or a name', () => {
  const root = corpus('');
  clean(root, 'plain');
  setOptions(root, 'output: {gzip: true}\n');
  clean(root);
  const plain = Object.keys(tree(join(root, 'plain'))).filter(path => /part-\w+\.jsonl$/.test(path));
  expect(plain.length).toBeGreaterThan(10);
  for (const path of plain) {
    const compressed = readFileSync(join(root, 'clean', `${path}.gz`));
    expect([...compressed.subarray(3, 8)]).toEqual([0, 0, 0, 0, 0]);
    expect(gunzipSync(compressed)).toEqual(readFileSync(join(root, 'plain', path)));
  }
});

it('by language: each folder holds the documents of its language, in the order of the input', () => {
  const root = corpus('output: {by-language: true}\n');
  clean(root);
  const languages = folders(join(root, 'clean/data'));
  expect(languages).toEqual(expect.arrayContaining(['deu', 'eng', 'rus', 'spa']));
  for (const lang of languages)
    for (const record of lines(join(root, 'clean'), `data/${lang}`)) expect(record.metadata.lang).toBe(lang);
});

it('by language: a folder goes with its last document', () => {
  const root = folder({
    'rules/pipeline.yml': 'output: {by-language: true}\n',
    'raw/a.txt': 'The ferry left the harbour before the fog had lifted.\n',
    'raw/b.txt': 'El puente viejo se cerró al tráfico durante tres semanas.\n',
  });
  clean(root);
  expect(folders(join(root, 'clean/data'))).toEqual(['eng', 'spa']);
  rmSync(join(root, 'raw/b.txt'));
  clean(root);
  expect(folders(join(root, 'clean/data'))).toEqual(['eng']);
});

function folders(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.parentPath.includes('.limpia'))
    .map(entry => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}
