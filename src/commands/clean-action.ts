import { clean as cleanFolder, type CleanOptions as FolderOptions, outputOf } from '../clean-folder.js';
import { loadSettings } from '../engine/load-settings.js';
import { EXIT, type ExitCode } from '../core/errors.js';
import { dryRun } from '../engine/dry-run.js';
import { type Counts, sum } from '../core/counts.js';
import { coloursFor } from '../report/colours.js';
import { showDryRun } from '../report/dry-run.js';
import { plural } from '../report/format.js';
import { showProfile } from '../report/profile.js';
import { progressReporter } from '../report/progress.js';
import { summary } from '../report/summary.js';
import { nodeDisk } from '../write/node-disk.js';
import type { RejectLimit } from './options.js';

export interface CleanOptions extends FolderOptions {
  readonly dryRun?: boolean;
  readonly maxRejects?: RejectLimit;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `limpia clean`: raw files to a clean corpus. */
export async function clean(input: string, options: CleanOptions): Promise<ExitCode> {
  const { json = false, quiet = false } = options;
  const out = outputOf(options);
  const started = performance.now();
  if (options.dryRun === true) {
    const found = dryRun({
      input,
      output: out,
      disk: nodeDisk,
      sample: options.sample,
      ...loadSettings(options),
    });
    process.stdout.write(json ? `${JSON.stringify(found)}\n` : showDryRun(found));
    return EXIT.ok;
  }
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const reporter = quiet ? undefined : progressReporter(process.stderr);
  const result = await cleanFolder(input, {
    ...options,
    signal: stop.signal,
    onProgress: progress => reporter?.update(progress),
  }).finally(() => reporter?.stop());

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
