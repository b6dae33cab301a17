import type { DryRun } from '../engine/dry-run.js';
import { formatBytes, plural } from './format.js';

const SHOWN = 10;

/** What a run would do, for a person. */
export function showDryRun({ files, bytes, endings, shards, open, gone, ignored }: DryRun): string {
  const kinds = Object.entries(endings).map(
    ([ending, of]) => `  ${ending.padEnd(12)} ${plural(of.files, 'file')}, ${formatBytes(of.bytes)}\n`,
  );
  const todo =
    open.shards === 0
      ? 'Nothing is new: every part would stay as it is.\n'
      : `To do: ${open.shards} of ${plural(shards, 'shard')}, ${formatBytes(open.bytes)} in ${plural(open.files.length, 'file')}:\n${names(open.files)}`;
  return [
    `${plural(files, 'file')}, ${formatBytes(bytes)}\n`,
    ...kinds,
    '\n',
    todo,
    ...(gone.length > 0 ? [`Gone since the last run; their records would go as well:\n${names(gone)}`] : []),
    ...(ignored.length > 0 ? [`Of other kinds, not read:\n${names(ignored)}`] : []),
    'A dry run: nothing was cleaned or written.\n',
  ].join('');
}

function names(paths: readonly string[]): string {
  const shown = paths.slice(0, SHOWN).map(path => `  ${path}\n`);
  return shown.join('') + (paths.length > SHOWN ? `  … and ${paths.length - SHOWN} more\n` : '');
}
