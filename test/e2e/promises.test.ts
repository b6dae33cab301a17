import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CLI, folder, limpia, lines, tree, write } from '../support/cli.js';
import { documents, jsonLines } from '../support/corpus.js';
import { random } from '../support/random.js';

const SMALL_SHARDS = 'shard: 32 KiB\n';

/** A varied input of about half a megabyte, in some twenty shards. */
function input(): Record<string, string | Buffer> {
  const texts = Object.fromEntries(
    documents(60, 7).map((text, i) => [`raw/articles/${String(i).padStart(3, '0')}.txt`, text]),
  );
  return {
    'rules/pipeline.yml': SMALL_SHARDS,
    'raw/feed.jsonl': jsonLines(700, 3),
    'raw/old.ndjson.gz': gzipSync(jsonLines(80, 5)),
    'raw/broken/cut.jsonl.gz': gzipSync(jsonLines(300, 6)).subarray(0, 4000),
    'raw/broken/picture.txt': Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
    ...texts,
  };
}

const clean = (root: string, ...more: string[]) =>
  limpia(['clean', 'raw', '--out', 'clean', ...more], { cwd: root });

interface Totals {
  totals: {
    records: number;
    kept: number;
    duplicates: number;
    droppedRecords: number;
    rejectedRecords: number;
  };
}
const manifest = (root: string): Totals =>
  JSON.parse(readFileSync(join(root, 'clean/manifest.json'), 'utf8')) as Totals;

describe('the promises', () => {
  it('1: killed at any instant and run again, the same bytes as an undisturbed run', async () => {
    const calm = folder(input());
    const started = performance.now();
    expect(clean(calm).status).toBe(0);
    const duration = performance.now() - started;
    const expected = tree(join(calm, 'clean'));
    const next = random(11);
    const root = folder(input());
    let kills = 0;
    for (let round = 0; round < 6; round++) {
      const child = spawn(process.execPath, [CLI, 'clean', 'raw', '--out', 'clean', '--workers', '2'], {
        cwd: root,
        stdio: 'ignore',
      });
      const exit = once(child, 'exit');
      await Promise.race([exit, wait(duration * (0.1 + 0.8 * next()))]);
      if (child.exitCode === null) kills++;
      child.kill('SIGKILL');
      await exit;
      // Whatever stands under a final name is whole: its last line ends, and each line is JSON.
      for (const [path] of Object.entries(tree(join(root, 'clean'))).filter(([name]) =>
        name.endsWith('.jsonl'),
      )) {
        const text = readFileSync(join(root, 'clean', path), 'utf8');
        expect(text.endsWith('\n')).toBe(true);
        for (const line of text.split('\n').filter(Boolean))
          expect(() => JSON.parse(line) as unknown).not.toThrow();
      }
    }
    expect(kills).toBeGreaterThan(0);
    expect(clean(root).status).toBe(0);
    expect(tree(join(root, 'clean'))).toEqual(expected);
  });

  it('1: after Ctrl-C it says to run again, and doing so ends in the same bytes', async () => {
    const root = folder({ ...input(), 'raw/more.jsonl': jsonLines(8000, 9) });
    const child = spawn(process.execPath, [CLI, 'clean', 'raw', '--out', 'clean'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const exit = once(child, 'exit');
    for (let i = 0; i < 200 && !existsAny(join(root, 'clean/.limpia/lock')); i++) await wait(20);
    child.kill('SIGINT');
    await exit;
    expect(child.exitCode).toBe(130);
    expect(said).toContain('run again to go on');
    expect(clean(root).status).toBe(0);
    expect(manifest(root).totals.records).toBeGreaterThan(8000);
  });

  it('2: every record is kept, dropped, a duplicate or rejected, and the manifest counts what is there', () => {
    const root = folder(input());
    clean(root);
    const out = join(root, 'clean');
    const { totals } = manifest(root);
    expect(totals.records).toBe(
      totals.kept + totals.droppedRecords + totals.duplicates + totals.rejectedRecords,
    );
    expect(lines(out)).toHaveLength(totals.kept);
    expect(lines(out, 'audit/dropped')).toHaveLength(totals.droppedRecords);
    const rejected = lines<{ path: string; reason: string }>(out, 'audit/rejected');
    expect(rejected).toHaveLength(totals.rejectedRecords);
    expect(
      rejected
        .filter(({ path }) => path.startsWith('broken/'))
        .map(({ path, reason }) => `${path} ${reason}`),
    ).toEqual(expect.arrayContaining(['broken/cut.jsonl.gz truncated', 'broken/picture.txt binary']));
    const good = jsonLines(700, 3)
      .split('\n')
      .filter(line => !line.includes('"broken-'));
    const all = [...lines(out), ...lines(out, 'audit/dropped'), ...lines(out, 'audit/duplicates')].filter(
      record =>
        'metadata' in record
          ? record.metadata.path === 'feed.jsonl'
          : (record as { path: string }).path === 'feed.jsonl',
    );
    expect(all).toHaveLength(good.length);
  });

  it('3: restore gives every original back exactly', () => {
    const files = input();
    const root = folder(files);
    clean(root);
    expect(limpia(['restore', '--all', '--out', 'back'], { cwd: root }).status).toBe(0);
    for (const [name, content] of Object.entries(files).filter(([path]) => path.includes('articles/')))
      expect(readFileSync(join(root, name.replace('raw/', 'back/')), 'utf8')).toBe(content);
    const texts = String(files['raw/feed.jsonl'])
      .split('\n')
      .filter(line => !line.includes('"broken-'))
      .map(line => (JSON.parse(line) as { text: string }).text);
    const back = readFileSync(join(root, 'back/feed.jsonl'), 'utf8').split('\n').filter(Boolean);
    expect(back.map(line => (JSON.parse(line) as { text: string }).text)).toEqual(texts);
  });

  it('4: the same bytes for any number of workers, manifest included', () => {
    const trees = ['1', '2', '3'].map(workers => {
      const root = folder(input());
      expect(clean(root, '--workers', workers).status).toBe(0);
      return tree(join(root, 'clean'));
    });
    expect(trees[1]).toEqual(trees[0]);
    expect(trees[2]).toEqual(trees[0]);
  });

  it('4: no id stands twice', () => {
    const root = folder(input());
    clean(root);
    const ids = [...lines(join(root, 'clean')), ...lines(join(root, 'clean'), 'audit/dropped')].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('again');
  });

  it('5: fields that limpia does not own come out byte for byte', () => {
    const root = folder({
      'raw/a.jsonl':
        '{"id":"x","text":"A sentence about numbers.","n":12345678901234567890,"big":1e400, "deep" : {"a":[1.0,"\\u00e9"]},"n":2}\n',
    });
    expect(clean(root).status).toBe(0);
    expect(lines(join(root, 'clean'))[0]?.metadata.extra).toBe(
      '{"n":12345678901234567890,"big":1e400,"deep" : {"a":[1.0,"\\u00e9"]},"n":2}',
    );
  });

  it('7: cleaning the clean text again changes nothing', () => {
    // What only the corpus can decide changes with the corpus.
    const rules = { 'rules/pipeline.yml': 'repeat: {on: false}\nduplicates: {exact: false, near: false}\n' };
    const root = folder({ ...input(), ...rules });
    clean(root);
    const first = lines(join(root, 'clean'));
    const again = first
      .map(({ id, text, metadata }) => JSON.stringify({ id, text, title: metadata.title, url: metadata.url }))
      .join('\n');
    const second = folder({ 'raw/a.jsonl': again, ...rules });
    expect(clean(second).status).toBe(0);
    expect(lines(join(second, 'clean')).map(({ text }) => text)).toEqual(first.map(({ text }) => text));
  });
});

describe('a second run', () => {
  it('does nothing when nothing changed', () => {
    const root = folder(input());
    clean(root);
    const before = tree(join(root, 'clean'));
    const times = Object.keys(before).map(path => statSync(join(root, 'clean', path)).mtimeMs);
    expect(clean(root).stderr).toContain('Nothing was new');
    expect(Object.keys(before).map(path => statSync(join(root, 'clean', path)).mtimeMs)).toEqual(times);
  });

  it.each<[string, (root: string) => void]>([
    [
      'a new file',
      root => {
        write(root, { 'raw/articles/zzz.txt': 'One more article, and nothing else.' });
      },
    ],
    [
      'a file that grew',
      root => {
        appendFileSync(join(root, 'raw/feed.jsonl'), '\n{"id":"new","text":"The last line of the feed."}');
      },
    ],
    [
      'a file of the same size with other bytes',
      root => {
        const path = join(root, 'raw/feed.jsonl');
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll('ferry', 'barge'));
      },
    ],
    [
      'a file that is gone',
      root => {
        unlinkSync(join(root, 'raw/articles/030.txt'));
      },
    ],
    [
      'another setting',
      root => {
        writeFileSync(join(root, 'rules/pipeline.yml'), `${SMALL_SHARDS}source: feed\n`);
      },
    ],
    [
      'a part that somebody removed',
      root => {
        const [part = ''] = Object.keys(tree(join(root, 'clean'))).filter(path => path.startsWith('data/'));
        unlinkSync(join(root, 'clean', part));
      },
    ],
  ])('after %s gives the bytes of a run from scratch', (_, change) => {
    const root = folder(input());
    clean(root);
    change(root);
    expect(clean(root).status).toBe(0);
    const scratch = limpia(['clean', 'raw', '--out', 'scratch'], { cwd: root });
    expect(scratch.status).toBe(0);
    expect(tree(join(root, 'clean'))).toEqual(tree(join(root, 'scratch')));
  });
});

function existsAny(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
