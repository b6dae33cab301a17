import type { Config } from '../config/schema.js';
import type { Profile } from '../core/meter.js';
import type { Failure } from '../core/failure.js';
import type { RunRules } from '../strip/compile-checked.js';
import type { RuleMemo } from '../strip/rule-memo.js';
import type { Shard, ShardItem } from '../plan/shard.js';
import type { Decisions } from './decisions.js';
import type { CommittedShard } from './ledger.js';

/** What a worker is started with: memory that it has in common with the thread that starts it, and with other workers. */
export interface Start {
  readonly heartbeat: SharedArrayBuffer;
  /** Of `modelRoom`. */
  readonly model: SharedArrayBuffer;
}

/** Main thread → worker, first: what all its tasks have in common. */
export interface Brief {
  readonly input: string;
  readonly output: string;
  /** As the main thread read them: what changes in their folder during a run is for the next one. */
  readonly rules: RunRules;
  readonly memo: RuleMemo;
  readonly config: Config;
  readonly settings: string;
  /** Measure where time goes. */
  readonly profile: boolean;
}

/** A shard to be cleaned or, where it is committed, to be written again as the corpus decided. */
export interface Task {
  readonly do: 'clean' | 'amend';
  readonly shard: Shard;
  readonly decisions: Decisions;
}

/** Main thread → worker, each time that it has nothing to do: a task as it can be sent. */
export interface Order {
  readonly key: string;
  /** What to clean; undefined where the shard is to be amended. */
  readonly items: readonly ShardItem[] | undefined;
  readonly decisions: Decisions;
}

export function orderOf({ do: what, shard, decisions }: Task): Order {
  return { key: shard.key, items: what === 'clean' ? shard.items() : undefined, decisions };
}

/** Worker → main thread. */
export type Answer =
  | { readonly type: 'progress'; readonly bytes: number; readonly records: number }
  | { readonly type: 'done'; readonly entry: CommittedShard; readonly profile: Profile | undefined }
  | { readonly type: 'failed'; readonly error: Failure };
