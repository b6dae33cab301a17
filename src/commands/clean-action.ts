import { setFlagsFromString } from 'node:v8';
import { cleanFolder, type CleanOptions as FolderOptions, outputOf } from '../clean-folder.js';
import { EXIT, type ExitCode } from '../core/errors.js';
import { type Counts, sum } from '../core/counts.js';
import { commandName } from '../report/command-name.js';
import { coloursFor } from '../report/colours.js';
import { showDryRun } from '../report/dry-run.js';
import { plural, shellWord } from '../report/format.js';
import { showProfile } from '../report/profile.js';
import { progressReporter } from '../report/progress.js';
import { summary } from '../report/summary.js';
import { compactJson } from '../restore/compact-json.js';
import { readPart } from '../restore/output.js';
import { below, MANIFEST } from '../write/layout.js';
import type { ManifestSummary } from '../write/manifest.js';
import { nodeDisk } from '../write/node-disk.js';
import { sparingOptimiser } from './optimiser.js';
import type { RejectLimit } from './options.js';

export interface CleanOptions extends FolderOptions {
  readonly dryRun?: boolean;
  readonly maxRejects?: RejectLimit;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * How far a heap may grow beyond what lives in it before V8 looks for garbage (percent). By default it doubles and more,
 * which takes a tenth more memory and saves hardly any time: documents die young.
 */
const HEAP_GROWTH = '--heap-growing-percent=25';

/** `limpia clean`: raw files to a clean corpus. */
export async function clean(input: string, options: CleanOptions): Promise<ExitCode> {
  const { json = false, quiet = false, dryRun: isDry = false, maxRejects, ...folder } = options;
  const out = outputOf(options);
  const started = performance.now();
  if (isDry) {
    const { dryClean } = await import('./dry-clean-action.js');
    const found = dryClean(input, out, options);
    if (!quiet) warn(found.warnings);
    process.stdout.write(json ? `${JSON.stringify(found)}\n` : showDryRun(found));
    return EXIT.ok;
  }
  setFlagsFromString(HEAP_GROWTH);
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const reporter = quiet ? undefined : progressReporter(process.stderr);
  const optimiser = sparingOptimiser();
  const result = await cleanFolder(input, {
    ...folder,
    signal: stop.signal,
    onProgress: progress => {
      optimiser.weigh(progress.totalBytes);
      reporter?.update(progress);
    },
  }).finally(() => {
    optimiser.on();
    reporter?.stop();
  });

  if (!result?.manifest) {
    process.stderr.write(`Interrupted. What is committed stays: run again to go on.\n`);
    return EXIT.interrupted;
  }
  if (json) {
    for (const piece of compactJson(nodeDisk, below(out, MANIFEST))) process.stdout.write(piece);
    process.stdout.write('\n');
  }
  if (!quiet) {
    warn(result.warnings);
    const seconds = (performance.now() - started) / 1000;
    process.stderr.write(
      summary(result, seconds, out, coloursFor(process.stderr)) + whereToLook(result.manifest, out),
    );
  }
  if (options.profile === true) process.stderr.write(showProfile(result.profile));
  return tooManyRejects(result.counts, maxRejects) ? EXIT.failed : EXIT.ok;
}

function warn(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  if (warnings.length > 0) process.stderr.write('\n');
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

function whereToLook(manifest: ManifestSummary, out: string): string {
  const from = out === 'clean' ? '' : ` --from ${shellWord(out)}`;
  return (
    `\nClean text:  ${out}/data  (${plural(manifest.totals.kept, 'document')}, JSON Lines)\n` +
    `What changed: ${out}/audit;  the story of one document:  ${commandName()} explain ${exampleId(manifest, out)}${from}\n`
  );
}

/** A document that changed, or else any. */
function exampleId({ parts }: ManifestSummary, out: string): string {
  for (const kind of ['audit/edits', 'data', 'audit']) {
    const part = parts.find(({ path, records }) => path.startsWith(`${kind}/`) && records > 0);
    if (!part) continue;
    for (const { id } of readPart<{ id: string }>(nodeDisk, out, part.path)) return shellWord(id);
  }
  return 'ID';
}
