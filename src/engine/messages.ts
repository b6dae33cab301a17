import type { Config } from '../config/schema.js';
import type { Profile } from '../core/meter.js';
import type { Failure } from '../core/failure.js';
import type { RunRules } from '../strip/compile-checked.js';
import type { RuleMemo } from '../strip/rule-memo.js';
import type { Shard } from '../plan/shard.js';
import type { Decisions } from './decisions.js';
import type { LedgerEntry } from './ledger.js';

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

/** Main thread → worker, each time that it has nothing to do. */
export interface Task {
  readonly shard: Shard;
  readonly decisions: Decisions;
  /** The committed shard that is to be written again as the corpus decided; left out where the shard is to be cleaned. */
  readonly amend?: LedgerEntry;
}

/** Worker → main thread. */
export type Answer =
  | { readonly type: 'progress'; readonly bytes: number; readonly records: number }
  | { readonly type: 'done'; readonly entry: LedgerEntry; readonly profile: Profile | undefined }
  | { readonly type: 'failed'; readonly error: Failure };
