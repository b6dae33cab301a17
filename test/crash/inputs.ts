import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { folder } from '../support/cli.js';
import { documents, jsonLines } from '../support/corpus.js';
import type { SweepOptions } from './sweep.js';

/** A varied input in some shards, of about `3 * count` records; and the same a day later: a file changed, one came, one went. */
export function inputs(count: number, output = '{}'): SweepOptions {
  const [first = '', second = '', third = ''] = documents(3, 4);
  const common = {
    'b/feed.jsonl': jsonLines(count, 3),
    'c/cut.jsonl.gz': gzipSync(jsonLines(2 * count, 6)).subarray(0, 60 * count),
  };
  const root = folder({
    'rules/pipeline.yml': `shard: 2 KiB\noutput: ${output}\n`,
    ...placed('one', { ...common, 'a/first.txt': first, 'd/last.txt': second }),
    ...placed('two', { ...common, 'a/first.txt': third, 'e/new.txt': 'A new file of one line.\n' }),
  });
  // The second day's copies have other times.
  for (const path of Object.keys(common)) utimesSync(join(root, 'two', path), 1e9, 1e9);
  return { inputs: [join(root, 'one'), join(root, 'two')], rules: join(root, 'rules') };
}

function placed(name: string, files: Record<string, string | Buffer>): Record<string, string | Buffer> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]));
}
