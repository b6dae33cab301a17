import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walk } from '../../src/plan/walk.js';
import { folder } from '../support/cli.js';

const NAMES = ['a', 'a-b', 'a.txt', 'b.md', 'b', 'c0', '.hidden', 'z', '\u{10000}', '\uffee'];
const name = fc.constantFrom(...NAMES);
const PATTERNS = [
  '**/*',
  '*',
  'a/**',
  '**/*.txt',
  'b/a.txt',
  'a/b/**/*.md',
  '{a,z}/*/*',
  '**/b',
  '*/b/**',
  './b/**',
  '.hidden/*',
  'a/../b/*',
  'missing/*',
];
const pattern = fc.constantFrom(...PATTERNS);

/** A tree of files; what is a folder in one path may be a file in another, and the first wins. */
function tree(paths: readonly string[][]): string {
  const taken = new Map<string, 'file' | 'folder'>();
  for (const path of paths) {
    const above = path.slice(0, -1).map((_, i) => path.slice(0, i + 1).join('/'));
    if (above.some(one => taken.get(one) === 'file') || taken.has(path.join('/'))) continue;
    for (const one of above) taken.set(one, 'folder');
    taken.set(path.join('/'), 'file');
  }
  const files = [...taken].flatMap(([path, kind]) => (kind === 'file' ? [[path, '']] : []));
  return folder(Object.fromEntries(files) as Record<string, string>);
}

describe('a walk', () => {
  it.each([false, true])(
    'finds what fast-glob finds, in order, however little it sees at a time (folders: %s)',
    folders => {
      fc.assert(
        fc.property(
          fc.array(fc.array(name, { minLength: 1, maxLength: 4 }), { maxLength: 30 }),
          fc.array(pattern, { minLength: 1, maxLength: folders ? 1 : 3 }),
          fc.array(fc.oneof(pattern, fc.constantFrom('**/a', '**/a/**', 'b')), { maxLength: 2 }),
          fc.integer({ min: 1, max: 12 }),
          (paths, include, exclude, entries) => {
            const root = tree(paths);
            const options = {
              cwd: root,
              ignore: exclude,
              onlyFiles: !folders,
              markDirectories: true,
              followSymbolicLinks: false,
              suppressErrors: true,
            };
            const expected = fastGlob.sync(include, options).sort();
            expect([...walk(root, { include, exclude, folders, entries })]).toEqual(expected);
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  it('tells of links and of folders that cannot be listed, and lists those in order', () => {
    const root = folder({ 'a.txt': '', 'locked/b.txt': '', 'open/c.txt': '', 'z.txt': '' });
    mkdirSync(join(root, 'x'));
    symlinkSync(join(root, 'open'), join(root, 'x/link'));
    symlinkSync(join(root, 'open'), join(root, '.hidden'));
    for (const entries of [1, 2, 100]) {
      const [links, closed] = [new Set<string>(), new Set<string>()];
      const found = walk(root, {
        include: ['**/*'],
        entries,
        readFolder: path => {
          if (path.endsWith('locked')) throw new Error('EACCES');
          return readdirSync(path, { withFileTypes: true });
        },
        onClosed: path => closed.add(path),
        onLink: path => links.add(path),
      });
      expect([...found]).toEqual(['a.txt', 'locked', 'open/c.txt', 'z.txt']);
      expect([[...links], [...closed]]).toEqual([['x/link'], ['locked']]);
    }
  });
});
