import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, limpia, lines, tree, write } from '../support/cli.js';
import { notice, pages, quoting, record, story } from '../engine/pages.js';

interface DuplicateLine {
  readonly id: string;
  readonly reason: string;
  readonly kept_id: string;
}

/** A corpus in two files, cleaned. */
function corpus(): { root: string; out: string } {
  const root = folder({
    'raw/a.jsonl': pages(0, 40),
    'raw/b.jsonl': pages(40, 75),
    'rules/pipeline.yml': 'shard: 24 KiB\n',
  });
  expect(limpia(['clean', '--workers', '1'], { cwd: root }).status).toBe(0);
  const out = join(root, 'clean');
  return { root, out };
}

describe('what the whole corpus decides', () => {
  it('lines that repeat on a host are gone, and of each story one stays', () => {
    const { out } = corpus();
    for (const { text } of lines(out)) expect(text).not.toMatch(/^Menu of|^About this site/m);
    const notes = readFileSync(join(out, 'manifest.json'), 'utf8');
    expect(notes).toContain('repeat/site0.example');
    const kept = new Set(lines(out).map(({ id }) => id));
    const duplicates = lines<DuplicateLine>(out, 'audit/duplicates');
    expect(duplicates.length).toBeGreaterThan(5);
    expect(new Set(duplicates.map(({ reason }) => reason))).toEqual(new Set(['exact', 'near']));
    for (const { id, kept_id: keptId } of duplicates) {
      expect(kept.has(id)).toBe(false);
      expect(kept.has(keptId)).toBe(true);
    }
  });

  it('explain tells which one was kept, restore brings the text back', () => {
    const { root, out } = corpus();
    const [first] = lines<DuplicateLine>(out, 'audit/duplicates');
    const told = limpia(['explain', first?.id ?? ''], { cwd: root });
    expect(told.stdout).toContain(`duplicate: `);
    expect(told.stdout).toContain(first?.kept_id);
    const original = [...pages(0, 75).split('\n')]
      .filter(Boolean)
      .map(line => JSON.parse(line) as { id: string; text: string });
    expect(limpia(['restore', first?.id ?? ''], { cwd: root }).stdout).toBe(
      original.find(({ id }) => id === first?.id)?.text,
    );
    expect(limpia(['restore', '--all', '--out', 'back'], { cwd: root }).stderr).toContain('75 originals');
  });

  it('any number of workers gives the same bytes', () => {
    const { root, out } = corpus();
    expect(limpia(['clean', '--workers', '3', '--out', 'three'], { cwd: root }).status).toBe(0);
    expect(tree(join(root, 'three'))).toEqual(tree(out));
  });

  it('a document whose id every object of JavaScript knows stays like any other', () => {
    const ids = ['constructor', 'toString', '__proto__'];
    const twice = [record('one', story(9), 'a.example'), record('two', story(9), 'a.example')];
    const root = folder({
      'raw/a.jsonl': [...ids.map((id, i) => record(id, story(i), 'a.example')), ...twice].join(''),
      'rules/pipeline.yml': 'duplicates: {brake: 1}\n',
    });
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    const out = join(root, 'clean');
    expect(lines(out).map(({ id }) => id)).toEqual([...ids, 'one']);
    expect(lines<DuplicateLine>(out, 'audit/duplicates').map(({ id }) => id)).toEqual(['two']);
  });

  it('the size of the shards makes no difference to the decisions', () => {
    const { root } = corpus();
    write(root, { 'rules/pipeline.yml': 'shard: 1 MiB\n' });
    limpia(['clean', '--out', 'large'], { cwd: root });
    const ids = (name: string): string[] =>
      lines(join(root, name))
        .map(({ id, text }) => `${id} ${text}`)
        .sort();
    expect(ids('large')).toEqual(ids('clean'));
  });
});

describe('paragraphs that several documents hold', () => {
  const HEAD = notice(1).slice(0, 60);
  const raw = quoting(0, 60);
  const cleaned = (setting: string): { root: string; out: string } => {
    const root = folder({
      'raw/a.jsonl': raw,
      'rules/pipeline.yml': `shard: 24 KiB\nduplicates: {${setting}}\n`,
    });
    expect(limpia(['clean', '--workers', '1'], { cwd: root }).status).toBe(0);
    return { root, out: join(root, 'clean') };
  };
  const holders = (out: string): string[] =>
    lines(out)
      .filter(({ text }) => text.toLowerCase().replace(/ +/g, ' ').includes(HEAD.toLowerCase()))
      .map(({ id }) => id);

  it('stay everywhere unless the settings say otherwise', () => {
    expect(holders(cleaned('near: true').out).length).toBeGreaterThan(5);
  });

  it.each(['paragraphs: keep-first', 'lines: keep-first'])(
    '%s: one document keeps each, explain tells which, restore brings it back',
    setting => {
      const { root, out } = cleaned(setting);
      const kept = holders(out);
      expect(kept).toHaveLength(1);
      const originals = raw
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as { id: string; text: string });
      const longest = originals
        .filter(({ text }) => text.toLowerCase().replace(/ +/g, ' ').includes(HEAD.toLowerCase()))
        .sort((a, b) => b.text.replace(/ +/g, ' ').length - a.text.replace(/ +/g, ' ').length);
      expect(longest.length).toBeGreaterThan(5);
      expect(kept[0]).toBe(longest[0]?.id);
      const other = longest[1];
      const told = limpia(['explain', other?.id ?? ''], { cwd: root }).stdout;
      expect(told).toContain(`duplicate/${setting.split('s:')[0] ?? ''}: stays in ${kept[0] ?? ''}`);
      expect(told).toMatch(/\nkept\n$/);
      expect(limpia(['restore', other?.id ?? ''], { cwd: root }).stdout).toBe(other?.text);
      expect(limpia(['restore', '--all', '--out', 'back'], { cwd: root }).stderr).toContain('60 originals');
      for (const { text } of lines(out)) expect(text).toMatch(/^Short heading\n\n\S/);
    },
  );

  it.each(['paragraphs: keep-first', 'lines: keep-first'])(
    '%s: lines that accept.txt or a keep rule names stay everywhere',
    setting => {
      const named = `${notice(1).slice(0, 200)} is asked for.`;
      const files = {
        'raw/a.jsonl':
          record('a', `${story(1)}\n\n${named}\n\n${notice(2)}`, 'one.example') +
          record('b', `${story(3)}\n\n${story(4)}\n\n${named}\n\n${notice(2)}`, 'two.example'),
        'rules/pipeline.yml': `duplicates: {near: false, ${setting}}\n`,
      };
      const keep = `rules:\n  ours:\n    why: A test.\n    keep: ${JSON.stringify(named)}\n    examples:\n      - keep: ${JSON.stringify(named)}\n`;
      const holding = (rules: Record<string, string>, part: string): boolean[] => {
        const root = folder({ ...files, ...rules });
        expect(limpia(['clean'], { cwd: root }).status).toBe(0);
        return lines(join(root, 'clean')).map(({ text }) => text.includes(part));
      };
      expect(holding({}, named)).toEqual([false, true]);
      for (const rules of [{ 'rules/accept.txt': `${named}\n` }, { 'rules/ours.yml': keep }]) {
        expect(holding(rules, named)).toEqual([true, true]);
        expect(holding(rules, notice(2))).toEqual([false, true]);
      }
    },
  );

  it('any number of workers gives the same bytes', () => {
    const { root, out } = cleaned('paragraphs: keep-first');
    expect(limpia(['clean', '--workers', '3', '--out', 'three'], { cwd: root }).status).toBe(0);
    expect(tree(join(root, 'three'))).toEqual(tree(out));
  });

  it('a document never loses all it has, nor one paragraph to another source where sources are apart', () => {
    const one = story(1).split('\n\n')[0] ?? '';
    const root = folder({
      'raw/a.jsonl': record('a', `${one}\n\n${story(2)}`, 'one.example') + record('b', one, 'two.example'),
      'rules/pipeline.yml': 'duplicates: {near: false, paragraphs: keep-first}\n',
    });
    limpia(['clean'], { cwd: root });
    expect(lines(join(root, 'clean')).map(({ text }) => text.includes(one))).toEqual([true, true]);
    const apart = folder({
      'raw/a.jsonl':
        record('a', `${one}\n\n${story(2)}`, 'one.example') +
        record('b', `${one}\n\nA few words of its own follow.`, 'two.example'),
      'rules/pipeline.yml': 'duplicates: {near: false, paragraphs: keep-first, scope: per-source}\n',
    });
    const texts = (): boolean[] => lines(join(apart, 'clean')).map(({ text }) => text.includes(one));
    limpia(['clean'], { cwd: apart });
    expect(texts()).toEqual([true, true]);
    write(apart, { 'rules/pipeline.yml': 'duplicates: {near: false, paragraphs: keep-first}\n' });
    limpia(['clean'], { cwd: apart });
    expect(texts()).toEqual([true, false]);
  });
});

describe('the brake', () => {
  const mirror = Array.from({ length: 120 }, (_, i) => record(`m${i}`, story(i % 30), 'mirror.example')).join(
    '',
  );

  it('stops before a source loses more than it may, and --accept goes on', () => {
    const root = folder({ 'raw/mirror.jsonl': mirror });
    const held = limpia(['clean'], { cwd: root });
    expect(held.status).toBe(1);
    expect(held.stderr).toContain('90 of 120 documents of mirror.example');
    expect(held.stderr).toContain('--accept');
    const accepted = limpia(['clean', '--accept', '--json'], { cwd: root });
    expect(accepted.status).toBe(0);
    expect(JSON.parse(accepted.stdout)).toMatchObject({ totals: { records: 120, kept: 30, duplicates: 90 } });
    expect(readFileSync(join(root, 'clean/audit/clusters.jsonl'), 'utf8').split('\n')[0]).toContain(
      '"duplicates":3',
    );
  });

  it('settings: nothing is compared, or only within a source', () => {
    const off = folder({
      'raw/mirror.jsonl': mirror,
      'rules/pipeline.yml': 'duplicates: {exact: false, near: false}\n',
    });
    expect(JSON.parse(limpia(['clean', '--json'], { cwd: off }).stdout)).toMatchObject({
      totals: { kept: 120 },
    });
    const two = folder({
      'raw/a.jsonl': record('a', story(1), 'one.example') + record('b', story(1), 'two.example'),
      'rules/pipeline.yml': 'duplicates: {scope: per-source}\n',
    });
    expect(JSON.parse(limpia(['clean', '--json'], { cwd: two }).stdout)).toMatchObject({
      totals: { kept: 2 },
    });
    write(two, { 'rules/pipeline.yml': 'duplicates: {prefer: [two.example]}\n' });
    limpia(['clean'], { cwd: two });
    expect(lines(join(two, 'clean')).map(({ id }) => id)).toEqual(['b']);
  });
});
