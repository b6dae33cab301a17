import type { Reason } from '../core/reasons.js';
import { addCounts } from '../core/counts.js';
import type { Disk } from '../core/disk.js';
import type { Document, Source } from '../core/document.js';
import type { Meter } from '../core/meter.js';
import type { ShardItem } from '../plan/shard.js';
import { below } from '../write/layout.js';
import { partsWriter } from '../write/parts.js';
import type { LedgerEntry, ReadItem } from './ledger.js';
import { type Decisions, place } from './decisions.js';
import type { KeyOptions } from './key-rows.js';
import { type Found, type ReadOptions, readItem } from './read-item.js';
import type { OutputOptions } from './output-options.js';
import type { LoadedPipeline } from './load-pipeline.js';
import { recorder } from './recorder.js';

/** What a shard needs besides itself; the same for all shards of a run. */
export interface Setting extends LoadedPipeline {
  readonly disk: Disk;
  readonly input: string;
  readonly output: string;
  /** Hash of everything besides the input that the parts depend on. */
  readonly settings: string;
  readonly read: ReadOptions;
  readonly write: OutputOptions;
  /** Where time is to be measured. */
  readonly meter?: Meter;
  readonly keys: KeyOptions;
}

/** Told where the work is, so that somebody outside can see when it stands still. */
export interface Watch {
  readonly begin: (item: number, offset: number) => void;
  readonly end: () => void;
  readonly progress: (bytes: number, records: number) => void;
}

/** A shard whose parts are finished under temporary names; `publish` moves them to their places. */
export interface CleanedShard {
  readonly entry: LedgerEntry;
  readonly publish: () => void;
}

/**
 * Reads, cleans and writes one shard. Whatever a record holds, it ends up in one of the parts.
 * @throws the disk's error when the output cannot be written.
 */
export async function cleanShard(
  setting: Setting,
  { key, items: wanted }: { readonly key: string; readonly items: readonly ShardItem[] },
  decisions: Decisions,
  watch: Watch,
): Promise<CleanedShard> {
  const { disk, input, output, settings, write, keys, meter } = setting;
  const parts = partsWriter(disk, output, key, write.layout);
  const record = recorder(parts.line, write, keys);
  try {
    const items: ReadItem[] = [];
    for (const [index, item] of wanted.entries()) {
      const visit = (batch: readonly Found[]): void => {
        for (const found of batch) {
          const { path, offset } = found.ok ? found.source.origin : found.origin;
          const poison = decisions.poison[place(path, offset)];
          watch.begin(index, offset);
          if (!found.ok) record.rejected(found);
          else if (poison !== undefined) record.rejected(poisoned(found, poison));
          else {
            const result = attempt(setting.clean, found);
            meter?.begin('write');
            record.cleaned(result);
            meter?.end(found.source.text.length);
          }
          watch.end();
        }
      };
      const progress = (bytes: number): void => {
        watch.progress(bytes, record.counts.records);
      };
      meter?.begin('read');
      const read = await readItem(disk, below(input, item.path), item, setting.read, visit, progress);
      meter?.end(read.end - item.from);
      items.push(read);
    }
    const entry = {
      key,
      settings,
      decisions: { texts: '', duplicates: '' },
      items,
      parts: parts.finish(),
      counts: addCounts([record.counts]),
    };
    return { entry, publish: parts.publish };
  } catch (error) {
    parts.abort();
    throw error;
  }
}

type Readable = Extract<Found, { ok: true }>;
type Rejected = Extract<Found, { ok: false }>;

function poisoned({ source, bytes }: Readable, reason: Reason): Rejected {
  const error =
    reason === 'timeout'
      ? 'Cleaning took longer than limits.seconds in pipeline.yml.'
      : 'Cleaning it ended the worker.';
  return { ok: false, origin: source.origin, sha256: source.sha256, bytes, reason, error };
}

/** A stage that throws has a bug; its document is rejected with the message, and the others go on. */
function attempt(clean: (source: Source) => Document, found: Readable): Document | Rejected {
  try {
    return clean(found.source);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      ok: false,
      origin: found.source.origin,
      sha256: found.source.sha256,
      bytes: found.bytes,
      reason: 'internal-error',
      error: message,
    };
  }
}
