import { availableParallelism } from 'node:os';
import { loadSettings } from '../engine/load-settings.js';
import { EXIT, type ExitCode } from '../core/errors.js';
import type { Level } from '../core/document.js';
import { dryRun } from '../engine/dry-run.js';
import { conduct } from '../engine/conduct.js';
import { type Counts, sum } from '../core/counts.js';
import { coloursFor } from '../report/colours.js';
import { showDryRun } from '../report/dry-run.js';
import { plural } from '../report/format.js';
import { showProfile } from '../report/profile.js';
import { progressReporter } from '../report/progress.js';
import { summary } from '../report/summary.js';
import { nodeDisk } from '../write/node-disk.js';
import type { RejectLimit } from './options.js';

export interface CleanOptions {
  readonly out?: string;
  /** Undefined where the user named none: the shipped rules then do. */
  readonly rules?: string;
  readonly level?: Level;
  readonly workers?: number;
  readonly sample?: number;
  readonly dryRun?: boolean;
  readonly maxRejects?: RejectLimit;
  readonly profile?: boolean;
  readonly accept?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `limpia clean`: raw files to a clean corpus. */
export async function clean(input: string, options: CleanOptions): Promise<ExitCode> {
  const { rules, level, sample, json = false, quiet = false } = options;
  // A sample must not take the place of the whole.
  const { out = sample === undefined ? 'clean' : 'clean-sample' } = options;
  const started = performance.now();
  const settings = loadSettings({
    ...(rules === undefined ? {} : { rules }),
    ...(level === undefined ? {} : { level }),
    ...(sample === undefined ? {} : { sample }),
  });
  const plan = { input, output: out, sample, ...settings };
  if (options.dryRun === true) {
    const found = dryRun({ ...plan, disk: nodeDisk });
    process.stdout.write(json ? `${JSON.stringify(found)}\n` : showDryRun(found));
    return EXIT.ok;
  }
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const reporter = quiet ? undefined : progressReporter(process.stderr);
  const result = await conduct(
    {
      ...plan,
      workers: options.workers ?? availableParallelism(),
      accept: options.accept ?? false,
      profile: options.profile ?? false,
    },
    { signal: stop.signal, onProgress: progress => reporter?.update(progress) },
  ).finally(() => reporter?.stop());

  if (!result?.manifest) {
    process.stderr.write(`Interrupted. What is committed stays: run again to go on.\n`);
    return EXIT.interrupted;
  }
  if (json) process.stdout.write(`${JSON.stringify(result.manifest)}\n`);
  if (!quiet) {
    const seconds = (performance.now() - started) / 1000;
    process.stderr.write(
      summary(result, seconds, out, coloursFor(process.stderr)) + whereToLook(result.counts.kept, out),
    );
  }
  if (options.profile === true) process.stderr.write(showProfile(result.profile));
  return tooManyRejects(result.counts, options.maxRejects) ? EXIT.failed : EXIT.ok;
}

function tooManyRejects({ records, rejected }: Counts, limit: RejectLimit | undefined): boolean {
  const count = sum(rejected);
  if (!limit || (count <= limit.records && count <= limit.share * records)) return false;
  const allowed = limit.records === Infinity ? `${limit.share * 100} %` : String(limit.records);
  process.stderr.write(
    `\nlimpia: ${count} of ${plural(records, 'record')} could not be read; ${allowed} were allowed.\n`,
  );
  return true;
}

function whereToLook(kept: number, out: string): string {
  return (
    `\nClean text:  ${out}/data  (${plural(kept, 'document')}, JSON Lines)\n` +
    `What changed: ${out}/audit;  the story of one document:  limpia explain ID\n`
  );
}
