import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folder, limpia, lines, tree } from '../support/cli.js';
import { documents, jsonLines } from '../support/corpus.js';

const SHARDS = 'shard: 32 KiB\n';
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

  it('set or taken back later gives the bytes of a run from scratch, and no folder too many', () => {
    const root = corpus('');
    clean(root);
    const plain = tree(join(root, 'clean'));
    setOptions(root, yaml);
    clean(root);
    clean(root, 'scratch');
    expect(tree(join(root, 'clean'))).toEqual(tree(join(root, 'scratch')));
    expect(folders(join(root, 'clean'))).toEqual(folders(join(root, 'scratch')));
    setOptions(root, '');
    clean(root);
    expect(tree(join(root, 'clean'))).toEqual(plain);
    expect(folders(join(root, 'clean/data'))).toEqual([]);
  });

  it('does nothing when it is run again, and mends what somebody removed', () => {
    const root = corpus(yaml);
    clean(root);
    const before = tree(join(root, 'clean'));
    expect(limpia(['clean'], { cwd: root }).stderr).toContain('Nothing was new');
    const [part = ''] = Object.keys(before).filter(path => path.startsWith('data'));
    rmSync(join(root, 'clean', part));
    clean(root);
    expect(tree(join(root, 'clean'))).toEqual(before);
  });

  it('loses nothing: restore and explain tell the same as without it', () => {
    const root = corpus('');
    clean(root, 'plain');
    setOptions(root, yaml);
    clean(root);
    for (const from of ['plain', 'clean'])
      expect(
        limpia(['restore', '--all', '--from', from, '--out', `${from}-back`], { cwd: root }).status,
      ).toBe(0);
    expect(tree(join(root, 'clean-back'))).toEqual(tree(join(root, 'plain-back')));
    const ids = lines(join(root, 'plain')).filter((__, i) => i % 60 === 0);
    const dropped = lines<{ id: string }>(join(root, 'plain'), 'audit/dropped').slice(0, 1);
    for (const { id } of [...ids, ...dropped]) {
      const told = ['plain', 'clean'].map(
        from => limpia(['explain', id, '--from', from, '--json'], { cwd: root }).stdout,
      );
      expect(told[0]).toContain(id);
      expect(told[1]).toBe(told[0]);
    }
  });

  it('is known to limpia diff', () => {
    const root = corpus('');
    clean(root, 'plain');
    setOptions(root, yaml);
    clean(root);
    const { stdout } = limpia(['diff', 'plain', 'clean', '--json'], { cwd: root });
    const { documents: found } = JSON.parse(stdout) as { documents: Record<string, number> };
    const kept = lines(join(root, 'plain')).length;
    const others =
      lines(join(root, 'plain'), 'audit/dropped').length +
      lines(join(root, 'plain'), 'audit/rejected').length;
    const same = yaml.includes('fields') ? others : kept + others;
    expect(found).toMatchObject({ same, changed: kept + others - same, added: 0, removed: 0 });
  });
});

it('gzip: each part is its plain twin, without a time or a name', () => {
  const root = corpus('');
  clean(root, 'plain');
  setOptions(root, 'output: {gzip: true}\n');
  clean(root);
  const plain = Object.keys(tree(join(root, 'plain'))).filter(path => path.endsWith('.jsonl'));
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
