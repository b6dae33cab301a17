import { availableParallelism } from 'node:os';
import type { Level } from './core/document.js';
import {
  aCount,
  aFunction,
  aLevel,
  aSwitch,
  aText,
  checkArgument,
  checkOptions,
  type OptionForms,
} from './core/options.js';
import { conduct } from './engine/conduct.js';
import type { Progress } from './engine/progress.js';
import type { RunResult as FolderResult } from './engine/run.js';
import { readManifest } from './restore/output.js';
import type { Manifest } from './write/manifest.js';
import { nodeDisk } from './write/node-disk.js';

export interface CleanOptions {
  /** The output folder; `clean` when missing, or `clean-sample` for a sample, which must not take the place of the whole. */
  readonly out?: string;
  /** Your rules and pipeline.yml; `rules` when missing, which need not exist. */
  readonly rules?: string;
  /** Overrides `level` of pipeline.yml. */
  readonly level?: Level;
  /** Worker threads; one for each processor when missing. The output is the same for any number. */
  readonly workers?: number;
  /** About so many records, evenly from all of the input. */
  readonly sample?: number;
  /** Leave duplicates out even where a source loses more than `duplicates.brake` allows. */
  readonly accept?: boolean;
  readonly profile?: boolean;
  /** Stops the run within a second; what is committed stays, and the next run goes on from there. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface RunResult extends Omit<FolderResult, 'manifest'> {
  /** Undefined when the run was interrupted. */
  readonly manifest: Manifest | undefined;
}

export type { Progress };

const OPTIONS: OptionForms<CleanOptions> = {
  out: aText,
  rules: aText,
  level: aLevel,
  workers: aCount,
  sample: aCount,
  accept: aSwitch,
  profile: aSwitch,
  signal: { form: 'an AbortSignal', fits: value => value instanceof AbortSignal },
  onProgress: aFunction,
};

/**
 * Cleans the files below `input`, as `limpia clean` does.
 * @returns what was done; undefined, or without `manifest`, when `signal` stopped it.
 * @throws LimpiaError for a fault of rules, input or disk, with what to do about it in `hint`.
 *
 * @example
 * const result = await clean('raw', { out: 'clean', workers: 2 });
 * console.log(result?.counts.kept);
 */
export async function clean(input: string, options: CleanOptions = {}): Promise<RunResult | undefined> {
  const result = await cleanFolder(input, options);
  return result && { ...result, manifest: result.manifest && readManifest(nodeDisk, outputOf(options)) };
}

/** The same, with a manifest that does not list the inputs, of which there may be millions. */
export async function cleanFolder(input: string, options: CleanOptions): Promise<FolderResult | undefined> {
  checkArgument('clean', 'the first argument', input, { ...aText, form: 'the path of a folder or file' });
  checkOptions('clean', options, OPTIONS);
  const { rules, level, sample, accept, profile, workers, signal, onProgress } = options;
  const request = {
    ...(rules === undefined ? {} : { rules }),
    ...(level === undefined ? {} : { level }),
    ...(sample === undefined ? {} : { sample }),
    input,
    output: outputOf(options),
    workers: workers ?? availableParallelism(),
    accept: accept ?? false,
    profile: profile ?? false,
  };
  return conduct(request, {
    signal: signal ?? new AbortController().signal,
    onProgress: progress => onProgress?.(progress),
  });
}

/** The output folder of a run. */
export function outputOf({ out, sample }: CleanOptions): string {
  return out ?? (sample === undefined ? 'clean' : 'clean-sample');
}
