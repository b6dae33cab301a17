/** Totals of a shard or a corpus. `records = kept + dropped + duplicates + rejected`, always. */
export interface Counts {
  records: number;
  kept: number;
  duplicates: number;
  /** Documents whose text differs from the decoded original. */
  changed: number;
  /** Places that look wrong and were left alone. */
  suspects: number;
  /** Stretches of bytes that no charset made anything of. */
  undecoded: number;
  /** UTF-8 bytes of clean text. */
  textBytes: number;
  dropped: Tally;
  rejected: Tally;
  /** Edits by stage or rule. */
  edits: Tally;
  /** Documents touched by stage or rule. */
  documents: Tally;
  /** Documents on which a rule was held back by a limit, by rule. */
  skipped: Tally;
  /** Kept documents by language. */
  languages: Tally;
}

export type Tally = Record<string, number>;

const TALLIES = ['dropped', 'rejected', 'edits', 'documents', 'skipped', 'languages'] as const;
const NUMBERS = ['records', 'kept', 'duplicates', 'changed', 'suspects', 'undecoded', 'textBytes'] as const;

export function noCounts(): Counts {
  return {
    records: 0,
    kept: 0,
    duplicates: 0,
    changed: 0,
    suspects: 0,
    undecoded: 0,
    textBytes: 0,
    dropped: tally(),
    rejected: tally(),
    edits: tally(),
    documents: tally(),
    skipped: tally(),
    languages: tally(),
  };
}

/** Without a prototype: a rule or reason may be called `constructor`. */
function tally(): Tally {
  return Object.create(null) as Tally;
}

/** A key that comes to nothing is gone. */
export function count(into: Tally, key: string, by = 1): void {
  const sum = (into[key] ?? 0) + by;
  if (sum === 0) Reflect.deleteProperty(into, key);
  else into[key] = sum;
}

export function sum(counts: Readonly<Tally>): number {
  return Object.values(counts).reduce((total, n) => total + n, 0);
}

/** The sum of all parts, with the keys of each tally in order, so that it does not depend on who counted first. */
export function addCounts(parts: readonly Counts[]): Counts {
  const total = noCounts();
  for (const part of parts) {
    for (const name of NUMBERS) total[name] += part[name];
    for (const name of TALLIES) for (const [key, n] of Object.entries(part[name])) count(total[name], key, n);
  }
  for (const name of TALLIES) total[name] = sortKeys(total[name]);
  return total;
}

function sortKeys(from: Tally): Tally {
  const sorted = tally();
  for (const key of Object.keys(from).sort()) sorted[key] = from[key] ?? 0;
  return sorted;
}

/** @throws Error when a record is missing from the accounts or counted twice. */
export function assertBalanced(counts: Counts, where: string): void {
  const { records, kept, duplicates } = counts;
  const dropped = sum(counts.dropped);
  const rejected = sum(counts.rejected);
  if (records !== kept + dropped + duplicates + rejected)
    throw new Error(
      `${where}: ${records} records in, but ${kept} kept + ${dropped} dropped + ${duplicates} duplicates + ${rejected} rejected`,
    );
}
