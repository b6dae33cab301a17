import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleText } from '../rules/helpers.js';
import { folder, limpia, lines } from '../support/cli.js';

const PROSE =
  'The keeper of the light went home in October, and nobody has climbed the stairs since that day.';
const FILES = {
  'raw/en/page.txt': `${PROSE}\n\nPlease Wait...\nWibble this page\n\nPlease wait\n`,
  'raw/en/notes.md': `# Notes\n\n${PROSE}\n\n    indented  code\n`,
  'raw/feed.jsonl': `{"id":"a","text":"${PROSE}"}\n{"id":"b","text":"A second record of one sentence."}\n`,
  'raw/table.csv': `id,text\nc,"${PROSE}"\nd,A last row of one sentence.\n`,
  'raw/list.json': `[\n  {"id":"e","text":"An element of a list on a line of its own."}\n]\n`,
  'rules/pipeline.yml': 'verdict:\n  keep-languages: [en]\nduplicates: {exact: false, near: false}\n',
  'rules/own.yml': ruleText('line: Wibble this page', 'Wibble this page', 'Wibble'),
  'rules/accept.txt': 'Please wait\n',
};
const MARK = '\ufeff';

/** As an editor on Windows saves them. */
const windows = Object.fromEntries(
  Object.entries(FILES).map(([path, text]) => {
    const hasMark = /\.(?:yml|txt|csv)$/.test(path);
    return [path, (hasMark ? MARK : '') + text.replaceAll('\n', '\r\n')];
  }),
);

describe('files as Windows writes them, with byte order marks and CR LF', () => {
  const cleaned = (files: Record<string, string>): string => {
    const root = folder(files);
    const { status, stderr } = limpia(['clean'], { cwd: root });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('could not be read')]);
    return root;
  };
  const texts = (root: string): string[] =>
    lines(join(root, 'clean')).map(({ metadata, text }) => `${metadata.path}: ${text}`);

  it('give the same texts, by the same rules and settings', () => {
    const [unix, dos] = [cleaned(FILES), cleaned(windows)];
    expect(texts(dos)).toEqual(texts(unix));
    const page = texts(dos).find(text => text.startsWith('en/page.txt'));
    expect(page).toBe(`en/page.txt: ${PROSE}\n\nPlease wait`);
    expect(limpia(['rules', 'test', 'own'], { cwd: dos }).status).toBe(0);
  });

  it('come back as they were, and paths have / between their parts', () => {
    const root = cleaned(windows);
    for (const { id, metadata } of lines(join(root, 'clean'))) {
      expect(metadata.path).not.toContain('\\');
      if (!metadata.path.endsWith('.txt')) continue;
      const original = windows[`raw/${metadata.path}`]?.replace(MARK, '');
      expect(limpia(['restore', id], { cwd: root }).stdout).toBe(original);
    }
    expect(limpia(['explain', join('raw', 'en', 'page.txt')], { cwd: root }).stdout).toContain(
      'en/page.txt:0',
    );
  });
});
