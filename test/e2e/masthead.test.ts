import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byPath, folder, limpia, tree, write } from '../support/cli.js';
import { random } from '../support/random.js';

const MASTHEAD = 'The Gull Point Weekly Letter';
const WORDS = 'river mill stone baker flour town spring flood letter house bridge winter summer harvest engine window'.split(' '); // prettier-ignore

const NAMES = 'Anna Bruno Clara Dario Elena Fausto Gilda Hugo Irene Jonas Karla Lorenz Marta Nils Olga'.split(
  ' ',
);
const headlineOf = (i: number): string => `How ${NAMES[i % NAMES.length] ?? ''} of the old mills came back`;

/** A page of a site; all of them begin with the site's name. */
function page(i: number, headline = headlineOf(i)): string {
  const next = random(i + 1);
  const sentence = (): string =>
    Array.from({ length: 16 }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
  const prose = Array.from({ length: 3 }, (_, n) => `It was the ${sentence()}, ${i}${n}.`).join('\n\n');
  return `${MASTHEAD}\n\n${headline === '' ? '' : `${headline}\n\n`}${prose}\n`;
}

const site = (from: number, to: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: to - from }, (_, i) => [`raw/site/${from + i}.txt`, page(from + i)]),
  );
const run = (root: string, ...args: string[]): void => {
  expect(limpia(['clean', ...args], { cwd: root }).status).toBe(0);
};
const titles = (root: string): (string | undefined)[] =>
  [...byPath(join(root, 'clean')).values()].map(({ metadata }) => metadata.title);

describe('a line that heads most pages of a folder or host is no title', () => {
  it('it goes, and the headline below it names the document', () => {
    const root = folder(site(0, 12));
    run(root);
    for (const [path, { text, metadata }] of byPath(join(root, 'clean'))) {
      const headline = headlineOf(Number(/\d+/.exec(path)?.[0]));
      expect(metadata.title).toBe(headline);
      expect(text.startsWith(`${headline}\n\nIt was`)).toBe(true);
    }
    expect(limpia(['explain', 'raw/site/3.txt'], { cwd: root }).stdout).toContain('repeat/site: on 12 of 12 documents of site (repeat/common)');
    expect(limpia(['restore', [...byPath(join(root, 'clean')).values()][0]?.id ?? ''], { cwd: root }).stdout).toContain(MASTHEAD);
  }); // prettier-ignore

  it.each([
    ['with the site’s name above them', MASTHEAD],
    ['without it', ''],
  ])('headlines of a series that differ by a number stay, %s', (_, name) => {
    const numbered = (i: number): string => `How part ${i + 1} of the old mills came back`;
    const text = (i: number): string =>
      page(i, numbered(i)).replace(`${MASTHEAD}\n\n`, name && `${name}\n\n`);
    const pages = Array.from({ length: 12 }, (__, i) => [`raw/site/${i}.txt`, text(i)]);
    const root = folder(Object.fromEntries(pages) as Record<string, string>);
    run(root);
    for (const [path, document] of byPath(join(root, 'clean'))) {
      const headline = numbered(Number(/\d+/.exec(path)?.[0]));
      expect(document.metadata.title).toBe(headline);
      expect(document.text.startsWith(`${headline}\n\nIt was`)).toBe(true);
    }
  });

  it('where no headline is left there is no title', () => {
    const root = folder({ ...site(0, 12), 'raw/site/x.txt': page(99, '') });
    run(root);
    expect(byPath(join(root, 'clean')).get('site/x.txt')?.metadata.title).toBe('');
  });

  it('of few pages nobody can tell, nor where repeat is off; a title that the record brings stays', () => {
    const few = folder(site(0, 5));
    run(few);
    expect(new Set(titles(few))).toEqual(new Set([MASTHEAD]));
    const off = folder({ ...site(0, 12), 'rules/pipeline.yml': 'repeat: {on: false}\n' });
    run(off);
    expect(new Set(titles(off))).toEqual(new Set([MASTHEAD]));
    const records = Array.from({ length: 12 }, (_, i) => JSON.stringify({ title: MASTHEAD, text: page(i) }));
    const own = folder({ 'raw/site/a.jsonl': `${records.join('\n')}\n` });
    run(own);
    expect(new Set(titles(own))).toEqual(new Set([MASTHEAD]));
  });

  it('where the rule that finds headlines is off, none is found', () => {
    const root = folder({ ...site(0, 12), 'rules/pipeline.yml': 'off: [any/title]\n' });
    run(root);
    expect(new Set(titles(root))).toEqual(new Set(['']));
  });

  it('files that come later, or go, end in the bytes of one run over all', () => {
    const root = folder({ ...site(0, 6), 'rules/pipeline.yml': 'shard: 4 KiB\n' });
    run(root);
    write(root, site(6, 14));
    run(root);
    run(root, '--out', 'fresh');
    expect(tree(join(root, 'clean'))).toEqual(tree(join(root, 'fresh')));
    for (let i = 5; i < 14; i++) rmSync(join(root, `raw/site/${i}.txt`));
    run(root);
    run(root, '--out', 'few');
    expect(tree(join(root, 'clean'))).toEqual(tree(join(root, 'few')));
    expect(new Set(titles(root))).toEqual(new Set([MASTHEAD]));
  });
});

it('a line that accept.txt or a keep rule names stays however often it repeats', () => {
  const foot = (files: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        `${text}\nThe whole back catalogue\nWritten on the river\n`,
      ]),
    );
  const keep =
    'rules:\n  ours:\n    why: A test.\n    keep: The whole back catalogue\n    examples:\n      - keep: The whole back catalogue\n';
  for (const rules of [{ 'rules/accept.txt': 'The whole back catalogue\n' }, { 'rules/ours.yml': keep }]) {
    const root = folder({ ...foot(site(0, 12)), ...rules });
    run(root);
    for (const { text } of byPath(join(root, 'clean')).values()) {
      expect(text).toContain('The whole back catalogue');
      expect(text).not.toContain('Written on the river');
    }
  }
});
