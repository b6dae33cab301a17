import { type Counts, sum } from '../core/counts.js';
import { VERSION } from '../version.js';
import { isPrivate } from './layout.js';
import type { Part } from './parts.js';
import { SCHEMA_VERSION } from './metadata-keys.js';

/** What manifest.json says. It holds no time, rate or machine: the same input, rules and version give the same bytes. */
export interface Manifest {
  readonly schema: number;
  readonly limpia: string;
  readonly unicode: string;
  /** SHA-256 of the effective configuration. */
  readonly configuration: string;
  /** SHA-256 of all rules that were loaded. */
  readonly rules: string;
  readonly inputs: readonly {
    readonly path: string;
    readonly from: number;
    readonly to: number;
    readonly sha256: string;
  }[];
  readonly parts: readonly Pick<Part, 'path' | 'records' | 'bytes' | 'sha256'>[];
  readonly totals: Counts & { readonly droppedRecords: number; readonly rejectedRecords: number };
}

export interface ManifestShard {
  readonly items: readonly {
    readonly path: string;
    readonly from: number;
    readonly to: number;
    readonly sha256: string;
  }[];
  readonly parts: readonly Part[];
}

export function manifestOf(
  hashes: { config: string; rules: string },
  shards: readonly ManifestShard[],
  counts: Counts,
): Manifest {
  return {
    schema: SCHEMA_VERSION,
    limpia: VERSION,
    unicode: process.versions.unicode ?? '',
    configuration: hashes.config,
    rules: hashes.rules,
    inputs: shards.flatMap(({ items }) =>
      items.map(({ path, from, to, sha256 }) => ({ path, from, to, sha256 })),
    ),
    parts: shards.flatMap(({ parts }) =>
      parts
        .filter(({ output }) => !isPrivate(output))
        .map(({ path, records, bytes, sha256 }) => ({ path, records, bytes, sha256 })),
    ),
    totals: { ...counts, droppedRecords: sum(counts.dropped), rejectedRecords: sum(counts.rejected) },
  };
}
