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
  readonly inputs: readonly ManifestInput[];
  readonly parts: readonly Pick<Part, 'path' | 'records' | 'bytes' | 'sha256'>[];
  readonly totals: Counts & { readonly droppedRecords: number; readonly rejectedRecords: number };
}

/** A stretch of an input file. */
export interface ManifestInput {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly sha256: string;
}

/** The manifest without what there are as many of as files. */
export type ManifestSummary = Omit<Manifest, 'inputs'>;

export function manifestSummary(
  hashes: { config: string; rules: string },
  shards: readonly { readonly parts: readonly Part[] }[],
  counts: Counts,
): ManifestSummary {
  return {
    schema: SCHEMA_VERSION,
    limpia: VERSION,
    unicode: process.versions.unicode ?? '',
    configuration: hashes.config,
    rules: hashes.rules,
    parts: shards.flatMap(({ parts }) =>
      parts
        .filter(({ output }) => !isPrivate(output))
        .map(({ path, records, bytes, sha256 }) => ({ path, records, bytes, sha256 })),
    ),
    totals: { ...counts, droppedRecords: sum(counts.dropped), rejectedRecords: sum(counts.rejected) },
  };
}

/** manifest.json piece by piece: what `JSON.stringify(manifest, undefined, 1)` says of the whole, and a line's end. */
export function* manifestText(
  { parts, totals, ...head }: ManifestSummary,
  inputs: Iterable<ManifestInput>,
): Generator<string, void, undefined> {
  yield `${JSON.stringify(head, undefined, 1).slice(0, -'\n}'.length)},\n "inputs": [`;
  let isFirst = true;
  for (const { path, from, to, sha256 } of inputs) {
    // No string holds a line's end as it is.
    const text = JSON.stringify({ path, from, to, sha256 }, undefined, 1).replaceAll('\n', '\n  ');
    yield `${isFirst ? '' : ','}\n  ${text}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n '}],${JSON.stringify({ parts, totals }, undefined, 1).slice('{'.length)}\n`;
}
