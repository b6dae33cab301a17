import { beforeEach, describe, expect, it } from 'vitest';
import { folder, limpia, write } from '../support/cli.js';

const RECORDS = [
  { id: 'a', text: 'The first record stays as it is.' },
  { id: 'b', text: 'No Script\n\nThe second record has furniture above it.' },
  { id: 'c', text: 'The third record goes away.' },
  { id: 'd', text: 'The fourth record is cut off later.' },
];
const jsonl = (records: readonly object[]): string => records.map(one => JSON.stringify(one)).join('\n');

describe('limpia diff', () => {
  let root = '';
  const clean = (out: string, ...more: string[]): void => {
    expect(limpia(['clean', '--out', out, ...more], { cwd: root }).status).toBe(0);
  };
  const diff = (...more: string[]): string => limpia(['diff', 'old', 'new', ...more], { cwd: root }).stdout;

  beforeEach(() => {
    root = folder({ 'raw/feed.jsonl': jsonl(RECORDS), 'raw/other.txt': 'A file of its own.\n' });
    clean('old');
  });

  it('names a manifest that limpia did not write so', () => {
    write(root, { 'new/manifest.json': '{broken' });
    const { status, stderr } = limpia(['diff', 'old', 'new'], { cwd: root });
    expect(status).toBe(4);
    expect(stderr).toContain('new/manifest.json is not what limpia wrote');
    expect(stderr).not.toContain('bug');
  });

  it('of an output and itself finds nothing', () => {
    clean('new');
    expect(JSON.parse(diff('--json'))).toEqual({
      documents: { same: 5, changed: 0, added: 0, removed: 0, moved: {} },
      edits: [],
      examples: [],
    });
  });

  it('counts documents that changed, came, went, and met another fate', () => {
    const [a, b, , d] = RECORDS;
    const text = 'No Script\n\nThe second record has other words now.';
    const records = [
      { ...a },
      { ...b, text },
      { id: 'e', text: 'A fifth record comes.' },
      { ...d, text: 'No Script\n\nPlease Wait...\n\nAdvertisement' },
    ];
    write(root, { 'raw/feed.jsonl': jsonl(records) });
    clean('new');
    const found = JSON.parse(diff('--json')) as { documents: object };
    expect(found.documents).toMatchObject({ changed: 1, added: 1, removed: 1 });
    expect(found.documents).toMatchObject({ moved: { 'kept → dropped': 1 } });
    expect(diff()).toContain(
      '    - The second record has furniture above it.\n    + The second record has other words now.',
    );
  });

  it('counts edits by rule, and shows the text that a rule no longer takes', () => {
    write(root, { 'rules/pipeline.yml': 'off: [any/notices/no-script]\n' });
    clean('new');
    expect(JSON.parse(diff('--json'))).toMatchObject({
      documents: { same: 4, changed: 1 },
      edits: [{ by: 'any/notices/no-script', old: 1, new: 0 }],
    });
    expect(diff()).toContain('    + No Script');
    expect(diff()).toMatch(/any\/notices\/no-script +1 → 0 edits/);
  });

  it('finds the twins of documents whose parts are cut otherwise', () => {
    write(root, { 'rules/pipeline.yml': 'shard: 64 B\n' });
    clean('new');
    expect(JSON.parse(diff('--json'))).toMatchObject({ documents: { same: 5, added: 0, removed: 0 } });
  });

  it('says so when a folder holds no output', () => {
    const { status, stderr } = limpia(['diff', 'old', 'raw'], { cwd: root });
    expect(stderr).toContain('There is no output of limpia in raw');
    expect(status).toBe(4);
  });
});
