import { resolve as absolute } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EXIT, LimpiaError } from '../core/errors.js';
import { type Failure, toError } from '../core/failure.js';
import type { Named } from './load-settings.js';
import type { Progress } from './progress.js';
import type { RunResult } from './run.js';

/** What somebody asks for; plain data. Settings and rules are read in the run's thread. */
export interface RunRequest extends Named {
  readonly input: string;
  readonly output: string;
  readonly workers: number;
  /** Leave duplicates out even where a source loses more than the brake allows. */
  readonly accept: boolean;
  /** Measure where time goes. */
  readonly profile: boolean;
}

/** Thread of a run → main thread. */
export type Told =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly result: RunResult }
  | { readonly type: 'failed'; readonly error: Failure };

export interface ConductOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A run that is told to stop and is busy with something else gets so long to say what it did (milliseconds). */
const PATIENCE = 600;

/** A run mostly waits, and has its large tables outside of V8's heap. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/** Output folders of runs of this process: the lock in the folder tells processes apart, not threads. */
const outputs = new Set<string>();

/**
 * Does a run in a thread of its own. Stopped, it ends within a second with what it has told, or with undefined.
 * @throws LimpiaError
 */
export async function conduct(request: RunRequest, options: ConductOptions): Promise<RunResult | undefined> {
  const output = absolute(request.output);
  if (outputs.has(output))
    throw new LimpiaError(`${request.output} is being written by another run.`, EXIT.disk, 'Wait for it.');
  outputs.add(output);
  const thread = new Worker(new URL('./conductor.js', import.meta.url), {
    workerData: request,
    resourceLimits: LIMITS,
  });
  try {
    return await outcome(thread, options);
  } finally {
    outputs.delete(output);
    await thread.terminate();
  }
}

function outcome(thread: Worker, { signal, onProgress }: ConductOptions): Promise<RunResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  let stop: () => void;
  return new Promise<RunResult | undefined>((resolve, reject) => {
    thread.on('error', reject).on('message', (told: Told) => {
      if (told.type === 'progress') onProgress(told.progress);
      else if (told.type === 'done') resolve(told.result);
      else reject(toError(told.error));
    });
    stop = (): void => {
      thread.postMessage('stop');
      timer = setTimeout(() => {
        resolve(undefined);
      }, PATIENCE);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  }).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  });
}
