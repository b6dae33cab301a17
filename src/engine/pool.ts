import type { Reason } from '../core/reasons.js';
import { Worker } from 'node:worker_threads';
import type { Profile } from '../core/meter.js';
import type { Shard } from '../plan/shard.js';
import { type Decisions, place } from './decisions.js';
import { newHeartbeat, type Pulse, pulse } from './heartbeat.js';
import type { CommittedShard } from './ledger.js';
import { toError } from '../core/failure.js';
import { modelRoom } from '../tag/model/unpack.js';
import { type Answer, type Brief, orderOf, type Start, type Task } from './messages.js';

export interface PoolOptions {
  readonly workers: number;
  readonly brief: Brief;
  /** Longest time for one document, in seconds. */
  readonly seconds: number;
  readonly onProgress: (shard: Shard, bytes: number, records: number) => void;
  readonly onDone: (entry: CommittedShard, profile: Profile | undefined) => void;
  readonly signal: AbortSignal;
  /** Workers that wait for tasks: taken from here, and put back when there are no more. */
  readonly staff: Member[];
}

const WATCH_MILLISECONDS = 500;

/**
 * Gives each task to the next free worker thread. A document that stands still for too long, or that ends its
 * worker, is rejected on the next try; the other documents of its shard are not lost.
 * @throws LimpiaError of the first shard that cannot be done.
 */
export async function runPool(tasks: readonly Task[], options: PoolOptions): Promise<void> {
  const queue = [...tasks].reverse();
  const lanes = Array.from({ length: Math.min(options.workers, tasks.length) }, () => lane(queue, options));
  try {
    await Promise.all(lanes);
  } catch (error) {
    queue.length = 0;
    await Promise.allSettled(lanes);
    throw error;
  }
}

/** One worker after another, as long as there are tasks. */
async function lane(queue: Task[], options: PoolOptions): Promise<void> {
  let member = briefed(options.staff.pop() ?? hire(), options);
  let isIdle = false;
  try {
    for (let task = queue.pop(); task && !options.signal.aborted; task = queue.pop()) {
      for (;;) {
        const result = await perform(member, task, options);
        if (result.type === 'done') {
          options.onDone(result.entry, result.profile);
          break;
        }
        if (result.type === 'aborted') return;
        await member.worker.terminate();
        member = briefed(hire(), options);
        task = withPoison(task, result);
      }
    }
    isIdle = true;
  } finally {
    if (isIdle) options.staff.push(member);
    else await member.worker.terminate();
  }
}

/** Ends the workers that wait. */
export async function dismiss(staff: readonly Member[]): Promise<void> {
  await Promise.all(staff.map(({ worker }) => worker.terminate()));
}

export interface Member {
  readonly worker: Worker;
  readonly heartbeat: SharedArrayBuffer;
  isBriefed: boolean;
}

/** Half of what V8 would give: documents are short-lived, and a larger nursery takes more memory than it saves time. */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** Where the workers of this thread have the language model, which is unpacked once for them all. */
let model: SharedArrayBuffer | undefined;

/** A worker that gets ready for whatever its brief will be. */
export function hire(): Member {
  model ??= modelRoom();
  const start: Start = { heartbeat: newHeartbeat(), model };
  const url = new URL('./worker.js', import.meta.url);
  return {
    worker: new Worker(url, { workerData: start, resourceLimits: LIMITS }),
    heartbeat: start.heartbeat,
    isBriefed: false,
  };
}

function briefed(member: Member, { brief }: PoolOptions): Member {
  if (!member.isBriefed) member.worker.postMessage(brief);
  member.isBriefed = true;
  return member;
}

type Result =
  | { readonly type: 'done'; readonly entry: CommittedShard; readonly profile: Profile | undefined }
  | { readonly type: 'aborted' }
  | { readonly type: 'poison'; readonly reason: Reason; readonly at: Pulse };

function perform({ worker, heartbeat }: Member, task: Task, options: PoolOptions): Promise<Result> {
  return new Promise((resolve, reject) => {
    let last = pulse(heartbeat);
    let since = performance.now();
    const watchdog = setInterval(() => {
      const now = pulse(heartbeat);
      if (!now.busy || now.begun !== last.begun) since = performance.now();
      last = now;
      if (performance.now() - since > options.seconds * 1000)
        settle(() => {
          resolve({ type: 'poison', reason: 'timeout', at: now });
        });
    }, WATCH_MILLISECONDS);

    const onMessage = (answer: Answer): void => {
      if (answer.type === 'progress') options.onProgress(task.shard, answer.bytes, answer.records);
      else if (answer.type === 'done')
        settle(() => {
          resolve(answer);
        });
      else
        settle(() => {
          reject(toError(answer.error));
        });
    };
    const onError = (error: Error): void => {
      const at = pulse(heartbeat);
      settle(() => {
        if (at.busy) resolve({ type: 'poison', reason: 'crash', at });
        else reject(error);
      });
    };
    const onAbort = (): void => {
      settle(() => {
        resolve({ type: 'aborted' });
      });
    };

    function settle(answer: () => void): void {
      clearInterval(watchdog);
      worker.off('message', onMessage).off('error', onError);
      options.signal.removeEventListener('abort', onAbort);
      answer();
    }
    worker.on('message', onMessage).on('error', onError);
    options.signal.addEventListener('abort', onAbort);
    worker.postMessage(orderOf(task));
  });
}

function withPoison({ shard, decisions }: Task, { reason, at }: Extract<Result, { type: 'poison' }>): Task {
  const item = shard.items()[at.item];
  if (!item) throw new Error(`a worker of shard ${shard.key} stood still outside its items`);
  const poisoned: Decisions = {
    ...decisions,
    poison: { ...decisions.poison, [place(item.path, at.offset)]: reason },
  };
  return { do: 'clean', shard, decisions: poisoned };
}
