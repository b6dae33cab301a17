import { kindOf } from '../read/formats.js';
import { look, type PlanOptions, planRun } from './plan-run.js';

/** What a run would read and do. */
export interface DryRun {
  readonly files: number;
  readonly bytes: number;
  /** Files and bytes by ending, such as `.jsonl.gz`. */
  readonly endings: Readonly<Record<string, { readonly files: number; readonly bytes: number }>>;
  readonly shards: number;
  /** What has no committed result yet: new, changed, or under other settings. */
  readonly open: { readonly shards: number; readonly bytes: number; readonly files: readonly string[] };
  /** Files of the last run that are gone; their records would leave the output. */
  readonly gone: readonly string[];
  /** Files that limpia does not read, by their names. */
  readonly ignored: readonly string[];
  /** Settings that had no effect, each in words for a person. */
  readonly warnings: readonly string[];
}

/**
 * Looks at input and output as a run would, and writes nothing.
 * @throws LimpiaError as a run does.
 */
export function dryRun(options: PlanOptions): DryRun {
  const discovery = look(options);
  const { shards, open, gone } = planRun(options, discovery);
  const { files, ignored, warnings } = discovery;
  const endings: Record<string, { files: number; bytes: number }> = {};
  let bytes = 0;
  for (const { path, size } of files) {
    bytes += size;
    const sofar = (endings[endingOf(path)] ??= { files: 0, bytes: 0 });
    sofar.files++;
    sofar.bytes += size;
  }
  return {
    files: files.length,
    bytes,
    endings: Object.fromEntries(Object.entries(endings).sort(([a], [b]) => (a < b ? -1 : 1))),
    shards: shards.length,
    open: {
      shards: open.length,
      bytes: open.reduce((sum, shard) => sum + shard.bytes, 0),
      files: [...new Set(open.flatMap(({ items }) => items().map(({ path }) => path)))],
    },
    gone,
    ignored,
    warnings,
  };
}

function endingOf(path: string): string {
  const gzip = kindOf(path)?.gzip === true;
  const plain = gzip ? path.slice(0, -'.gz'.length) : path;
  return plain.slice(plain.lastIndexOf('.')).toLowerCase() + (gzip ? '.gz' : '');
}
