import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/plan/discover.js';
import type { ReadFolder } from '../../src/plan/folder-entries.js';
import { nodeDisk } from '../../src/write/node-disk.js';
import { folder } from '../support/cli.js';

const ALL = { include: ['**/*'], exclude: [] };

describe('discovery', () => {
  it('plans a folder that cannot be listed, so that it is rejected with its reason', () => {
    const root = folder({ 'a.txt': 'a', 'locked/b.txt': 'b', 'z/c.md': 'c', 'z/d.pdf': 'd' });
    const readFolder: ReadFolder = path => {
      if (path.endsWith('locked')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return readdirSync(path, { withFileTypes: true });
    };
    const { files, ignored } = discover(nodeDisk, root, { ...ALL, readFolder });
    expect([...files].map(({ path }) => path)).toEqual(['a.txt', 'locked', 'z/c.md']);
    expect(ignored).toEqual(['z/d.pdf']);
  });

  it('of an input that cannot be listed at all says so', () => {
    const readFolder: ReadFolder = () => {
      throw new Error('EACCES: permission denied');
    };
    expect(() => discover(nodeDisk, folder(), { ...ALL, readFolder })).toThrow(
      /Cannot look through .*permission denied/,
    );
  });

  it('says which patterns found nothing', () => {
    const root = folder({ 'a.txt': 'a' });
    const hint = (): string => {
      try {
        discover(nodeDisk, root, { include: ['*.md'], exclude: [] });
        return '';
      } catch (error) {
        return String(Reflect.get(Object(error), 'hint'));
      }
    };
    expect(hint()).toMatch(/asks for \*\.md.*\.csv/);
  });

  it('cuts only files that begin as UTF-8', () => {
    const root = folder({
      'utf8.jsonl': '{"text":"é"}\n',
      'wide.jsonl': Buffer.from('\ufeff{"text":"é"}\n', 'utf16le'),
      'legacy.jsonl': Buffer.from('{"text":"é è à ü ö ä ß ñ ç"}\n', 'latin1'),
      'a.json': '[]',
      'a.csv': 'text\n',
    });
    const { files } = discover(nodeDisk, join(root), ALL);
    expect([...files].filter(({ splittable }) => splittable).map(({ path }) => path)).toEqual(['utf8.jsonl']);
  });
});
