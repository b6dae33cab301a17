import { count, type Tally } from '../core/counts.js';
import type { Disk } from '../core/disk.js';
import { readManifest } from '../restore/output.js';
import type { Manifest } from '../write/manifest.js';
import { type Entry, entriesOf, partsByKey, sameParts } from './entries.js';

/** How two outputs differ. */
export interface Comparison {
  readonly documents: {
    readonly same: number;
    /** Of the same fate in both, with another text, other metadata or another reason. */
    readonly changed: number;
    /** Only in the new output. */
    readonly added: number;
    /** Only in the old output. */
    readonly removed: number;
    /** By what became of them: `kept → dropped`. */
    readonly moved: Tally;
  };
  /** Edits by stage or rule, where they differ. */
  readonly edits: readonly { readonly by: string; readonly old: number; readonly new: number }[];
  /** The first documents of each kind of difference, in the order of the new output. */
  readonly examples: readonly Difference[];
}

export interface Difference {
  readonly id: string;
  readonly path: string;
  readonly offset: number;
  /** `changed`, `added`, `removed`, or `kept → dropped`. */
  readonly what: string;
}

/**
 * Compares two outputs of limpia, document by document, by id. Parts with the same bytes are not read; of the
 * others a hash of each line is kept until its twin turns up.
 * @throws LimpiaError when one of them is no finished output.
 */
export function compareOutputs(disk: Disk, before: string, after: string, limit: number): Comparison {
  const [old, now] = [readManifest(disk, before), readManifest(disk, after)];
  const found = collector(limit);
  const [oldParts, newParts] = [partsByKey(old), partsByKey(now)];
  // What has no twin in the part of the same name: files may have been packed otherwise.
  const loose = new Map<string, Entry>();
  const unmatched: Entry[] = [];
  for (const key of new Set([...oldParts.keys(), ...newParts.keys()])) {
    const [left, right] = [oldParts.get(key) ?? [], newParts.get(key) ?? []];
    if (sameParts(left, right)) {
      found.same(right.reduce((sum, { fate, records }) => sum + (fate === undefined ? 0 : records), 0));
      continue;
    }
    const waiting = new Map<string, Entry>();
    for (const entry of entriesOf(disk, before, left)) waiting.set(entry.id, entry);
    for (const entry of entriesOf(disk, after, right)) {
      const twin = waiting.get(entry.id);
      if (twin) found.pair(twin, entry);
      else unmatched.push(entry);
      waiting.delete(entry.id);
    }
    for (const [id, entry] of waiting) loose.set(id, entry);
  }
  for (const entry of unmatched) {
    const twin = loose.get(entry.id);
    if (twin) found.pair(twin, entry);
    else found.single('added', entry);
    loose.delete(entry.id);
  }
  for (const entry of loose.values()) found.single('removed', entry);
  return { ...found.result(), edits: editsThatDiffer(old, now) };
}

interface Collector {
  readonly same: (documents: number) => void;
  readonly pair: (old: Entry, now: Entry) => void;
  readonly single: (what: 'changed' | 'added' | 'removed', entry: Entry) => void;
  readonly result: () => Omit<Comparison, 'edits'>;
}

/** Counts what is found and keeps the first `limit` examples of each kind. */
function collector(limit: number): Collector {
  const counts = { same: 0, changed: 0, added: 0, removed: 0 };
  const moved: Tally = {};
  const shown: Tally = {};
  const examples: Difference[] = [];
  const example = (what: string, { id, path, offset }: Entry): void => {
    if ((shown[what] ?? 0) >= limit) return;
    count(shown, what);
    examples.push({ id, path, offset, what });
  };
  const single: Collector['single'] = (what, entry) => {
    counts[what]++;
    example(what, entry);
  };
  return {
    same: documents => {
      counts.same += documents;
    },
    pair: (old, now) => {
      const what = `${old.fate} → ${now.fate}`;
      if (old.fate !== now.fate) {
        count(moved, what);
        example(what, now);
      } else if (old.hash === now.hash) counts.same++;
      else single('changed', now);
    },
    single,
    result: () => ({ documents: { ...counts, moved }, examples }),
  };
}

function editsThatDiffer(old: Manifest, now: Manifest): Comparison['edits'] {
  const [before, after] = [old.totals.edits, now.totals.edits];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map(by => ({ by, old: before[by] ?? 0, new: after[by] ?? 0 }))
    .filter(one => one.old !== one.new);
}
