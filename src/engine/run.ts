import { addCounts, assertBalanced, type Counts } from '../core/counts.js';
import { addProfiles, type Profile } from '../core/meter.js';
import { compileChecked, ofKind, type RunRules } from '../strip/compile-checked.js';
import { type RepeatRules, repeatRules } from '../strip/repeat-rules.js';
import type { RuleMemo } from '../strip/rule-memo.js';
import type { Discovery } from '../plan/discover.js';
import { removeDurably, writeIfChanged, writePiecesIfChanged } from '../write/atomic.js';
import { below, CARD, CROISSANT, MANIFEST } from '../write/layout.js';
import { manifestSummary, type ManifestSummary, manifestText } from '../write/manifest.js';
import { compileOptions } from './compile-options.js';
import { NO_DECISIONS } from './decisions.js';
import { commit, type CommittedShard, ledgerEntry, type ReadItem } from './ledger.js';
import { lock } from './lock.js';
import type { Task } from './messages.js';
import { claimOutput, removeTemporary } from './output-folder.js';
import { outputOptions } from './output-options.js';
import { look, type PlanOptions, planRun } from './plan-run.js';
import { dismiss, type Member, runPool } from './pool.js';
import { type Progress, progressOf } from './progress.js';
import type { Committed } from './settle-texts.js';
import { sweep } from './sweep.js';
import { withTimes } from './unchanged.js';

/** What to do; plain data. */
export interface RunSettings extends Omit<PlanOptions, 'disk'> {
  readonly rules: RunRules;
  readonly memo: RuleMemo;
  readonly workers: number;
  /** Leave duplicates out even where a source loses more than the brake allows. */
  readonly accept?: boolean;
  /** Measure where time goes. */
  readonly profile?: boolean;
}

export interface RunOptions extends RunSettings, PlanOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Who performs the tasks: worker threads, unless somebody else is named. */
  readonly pool?: typeof runPool;
  /** Workers that are there already; at the end they are sent away with the others. */
  readonly staff?: Member[];
}

export interface RunResult {
  /** Undefined when the run was interrupted. */
  readonly manifest: ManifestSummary | undefined;
  readonly counts: Counts;
  /** Shards that were done before this run, and are still right. */
  readonly reused: number;
  readonly done: number;
  /** Bytes of input that this run read. */
  readonly bytes: number;
  /** Files that limpia does not read, by their names. */
  readonly ignored: readonly string[];
  /** Settings that had no effect, each in words for a person. */
  readonly warnings: readonly string[];
  /** Where the workers' time went; empty unless it was asked for. */
  readonly profile: Profile;
}

/**
 * Does what has no committed result yet, lets the corpus decide what only it can, and writes the manifest last:
 * where there is one, everything it names is there. A crash, a changed rule and a new file are one and the same case.
 * @throws LimpiaError
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const { disk, output, staff = [] } = options;
  try {
    const discovery = look(options);
    claimOutput(disk, output);
    const unlock = lock(disk, output);
    try {
      removeTemporary(disk, output);
      return await runLocked(options, discovery, staff);
    } finally {
      await dismiss(staff);
      unlock();
    }
  } finally {
    await dismiss(staff);
  }
}

/**
 * From so much on, settling takes as much memory as workers that wait, and these are ready again in a small part of the
 * time: documents to find ids and repeated lines of, documents to find duplicates of, and bytes of them.
 */
const MANY = { texts: 400_000, documents: 150_000, bytes: 24e6 };

async function runLocked(options: RunOptions, discovery: Discovery, staff: Member[]): Promise<RunResult> {
  const { disk, output, hashes, signal, config } = options;
  const { root, ignored, warnings } = discovery;
  const { shards, ledger, open, touched, gone } = planRun(options, discovery);
  for (const { key, items } of touched)
    commit(disk, output, withTimes(ledgerEntry(disk, output, key), items()));
  const profiles: Profile[] = [];
  const bytes = open.reduce((sum, shard) => sum + shard.bytes, 0);
  // Loaded while the workers work.
  const settling = Promise.all([import('./settle-texts.js'), import('./settle-duplicates.js')]);
  const descriptions = Promise.all([import('../write/card.js'), import('../write/croissant.js')]);
  const perform = performer({ ...options, input: root }, staff, ledger, profiles);
  await perform(open.map(shard => ({ do: 'clean', shard, decisions: NO_DECISIONS })));
  // Where nothing was done and nothing has gone, the last manifest vouches for what was settled.
  if (open.length > 0 || ledger.size !== shards.length || !disk.stat(below(output, MANIFEST))) {
    const done = (): Committed[] =>
      shards.flatMap(shard => {
        const entry = ledger.get(shard.key);
        return entry ? [{ shard, entry }] : [];
      });
    const [{ settleTexts }, { settleDuplicates }] = await settling;
    const documents = shards.reduce((sum, { key }) => sum + (ledger.get(key)?.counts.kept ?? 0), 0);
    if (documents > MANY.texts) await dismiss(staff.splice(0));
    if (!signal.aborted) await perform(settleTexts(disk, output, done(), repeatsOf(options)));
    if (documents > MANY.documents || bytes > MANY.bytes) await dismiss(staff.splice(0));
    if (!signal.aborted)
      await perform(settleDuplicates(disk, output, done(), config, options.accept ?? false));
    removeTemporary(disk, output);
  }

  const entries = shards.flatMap(({ key }) => ledger.get(key) ?? []);
  const counts = addCounts(entries.map(entry => entry.counts));
  const outcome = {
    counts,
    reused: shards.length - open.length,
    done: open.length,
    bytes,
    ignored,
    warnings: [...warnings, ...whatWent(gone, output)],
    profile: addProfiles(profiles),
  };
  if (signal.aborted) return { ...outcome, manifest: undefined };
  for (const entry of entries) assertBalanced(entry.counts, `shard ${entry.key}`);
  sweep(disk, output, entries);
  const manifest = manifestSummary(hashes, entries, counts);
  const { layout, keep } = outputOptions(options.config);
  const [{ datasetCard }, { croissant }] = await descriptions;
  const card = { layout, metadata: keep.metadata };
  writeIfChanged(disk, output, CARD, datasetCard(manifest, card));
  writeIfChanged(disk, output, CROISSANT, croissant(manifest, card));
  const inputs = function* (): Generator<ReadItem, void, undefined> {
    for (const { key } of entries) yield* ledgerEntry(disk, output, key).items;
  };
  writePiecesIfChanged(disk, output, MANIFEST, () => manifestText(manifest, inputs()));
  return { ...outcome, manifest };
}

/** The rules that count lines, without the others, which take longer to compile. */
function repeatsOf({ rules, config }: RunOptions): RepeatRules {
  const options = compileOptions(config, rules.accept);
  return repeatRules(compileChecked(ofKind(rules.files, 'repeat'), options), config.level);
}

/** What goes from the output goes with a word: somebody may have named another folder than the last time. */
function whatWent(gone: readonly string[], output: string): string[] {
  const [first] = gone;
  if (first === undefined) return [];
  const what = gone.length === 1 ? `${first} of the last run is` : `${gone.length} files of the last run are`;
  const example = gone.length === 1 ? '' : `, ${first} first`;
  return [`${what} no longer among the input${example}: what was made of them leaves ${output}.`];
}

/** Runs tasks on the pool and keeps the ledger in memory as the workers commit. */
function performer(
  options: RunOptions,
  staff: Member[],
  ledger: Map<string, CommittedShard>,
  profiles: Profile[],
): (tasks: readonly Task[]) => Promise<void> {
  const { disk, input, output, rules, memo, config, hashes, workers, signal, pool = runPool } = options;
  return async tasks => {
    if (tasks.length === 0) return;
    // From here on the parts change: until the next manifest nothing vouches for the folder as a whole.
    removeDurably(disk, output, MANIFEST);
    const progress = progressOf(tasks, options.onProgress);
    await pool(tasks, {
      workers,
      brief: {
        input,
        output,
        rules,
        memo,
        config,
        settings: hashes.all,
        profile: options.profile ?? false,
      },
      seconds: config.limits.seconds,
      onProgress: progress,
      onDone: (entry, profile) => {
        ledger.set(entry.key, entry);
        if (profile) profiles.push(profile);
      },
      signal,
      staff,
    });
  };
}
