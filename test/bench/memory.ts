import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/root.js';
import { corpus, writeCorpus, writeFiles } from './corpus.js';
import { measureNode, table, type Usage } from './measure.js';

const CLI = join(ROOT, 'dist/cli.js');
/** UTF-16 units of a small file. */
const SMALL = 200;
/** An array has fewer bytes than the stream: it is read by one worker. */
const ARRAY_SHARE = 0.2;

export interface MemorySizes {
  /** Bytes of the stream; the array has a fifth of them. */
  readonly bytes: number;
  readonly files: number;
}

/** Peak memory of whole runs on much input, with one worker and with two. Takes hours for 10 GB. A table in Markdown. */
export function benchMemory({ bytes, files }: MemorySizes): string {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  const inputs: Readonly<Record<string, (at: string) => void>> = {
    [`${size(bytes)} of JSON Lines`]: at => {
      writeCorpus(join(at, 'corpus.jsonl'), bytes);
    },
    [`a JSON array of ${size(bytes * ARRAY_SHARE)}`]: at => {
      writeArray(join(at, 'corpus.json'), bytes * ARRAY_SHARE);
    },
    [`${files} files`]: at => {
      writeFiles(at, files, SMALL, join(folder, 'same.jsonl'));
    },
  };
  try {
    const rows = Object.entries(inputs).map(([name, write]) => {
      const raw = join(folder, 'raw');
      mkdirSync(raw);
      write(raw);
      const [one, two, again] = [run(folder, 1, false), run(folder, 2, false), run(folder, 1, true)];
      rmSync(raw, { recursive: true });
      rmSync(join(folder, 'same.jsonl'), { force: true });
      return [
        name,
        peak(one),
        peak(two),
        ((two.memory - one.memory) / 1e6).toFixed(0),
        peak(again),
        time(one),
      ];
    });
    return table(
      [
        'input',
        'one worker, peak MB',
        'two workers',
        'the second worker',
        'run again, nothing new',
        'seconds, one worker',
      ],
      rows,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string, workers: number, again: boolean): Usage {
  if (!again) rmSync(join(folder, 'clean'), { recursive: true, force: true });
  return measureNode([CLI, 'clean', '--workers', String(workers), '--accept', '--quiet'], { cwd: folder });
}

const size = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
const peak = ({ memory }: Usage): string => (memory / 1e6).toFixed(0);
const time = ({ wall }: Usage): string => wall.toFixed(0);

function writeArray(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  writeSync(file, '[');
  let written = 1;
  for (const document of corpus()) {
    written += writeSync(file, `${written === 1 ? '' : ',\n'}${JSON.stringify(document)}`);
    if (written >= bytes) break;
  }
  writeSync(file, ']');
  closeSync(file);
}
