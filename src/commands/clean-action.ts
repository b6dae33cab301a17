import { availableParallelism } from 'node:os';
import { loadSettings } from '../engine/load-settings.js';
import { EXIT, type ExitCode } from '../core/errors.js';
import type { Level } from '../core/document.js';
import { run } from '../engine/run.js';
import { coloursFor } from '../report/colours.js';
import { plural } from '../report/format.js';
import { progressReporter } from '../report/progress.js';
import { summary } from '../report/summary.js';
import { nodeDisk } from '../write/node-disk.js';

export interface CleanOptions {
  readonly out: string;
  /** Undefined where the user named none: the shipped rules then do. */
  readonly rules?: string;
  readonly level?: Level;
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `limpia clean`: raw files to a clean corpus. */
export async function clean(input: string, options: CleanOptions): Promise<ExitCode> {
  const { out, rules, level, json = false, quiet = false } = options;
  const started = performance.now();
  const settings = loadSettings({
    ...(rules === undefined ? {} : { rules }),
    ...(level === undefined ? {} : { level }),
  });
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const reporter = quiet ? undefined : progressReporter(process.stderr);
  const result = await run({
    disk: nodeDisk,
    input,
    output: out,
    ...settings,
    workers: options.workers ?? availableParallelism(),
    signal: stop.signal,
    onProgress: progress => reporter?.update(progress),
  }).finally(() => reporter?.stop());

  if (!result.manifest) {
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
  return EXIT.ok;
}

function whereToLook(kept: number, out: string): string {
  return (
    `\nClean text:  ${out}/data  (${plural(kept, 'document')}, JSON Lines)\n` +
    `What changed: ${out}/audit;  the story of one document:  limpia explain ID\n`
  );
}
