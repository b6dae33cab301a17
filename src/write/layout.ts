import { join } from 'node:path';

/** The outputs of a shard; each is a folder below the output folder with one part per shard. */
export const OUTPUTS = [
  'data',
  'audit/edits',
  'audit/dropped',
  'audit/duplicates',
  'audit/rejected',
  '.limpia/keys',
] as const;

export type Output = (typeof OUTPUTS)[number];

/** limpia's own bookkeeping below the output folder; its presence says that the folder is limpia's. */
export const PRIVATE = '.limpia';
export const LEDGER = `${PRIVATE}/ledger`;
export const TEMPORARY = `${PRIVATE}/tmp`;
export const LOCK = `${PRIVATE}/lock`;
export const MANIFEST = 'manifest.json';
export const CARD = 'README.md';

/** Path of a shard's part relative to the output folder, with `/` between its parts. */
export function partPath(output: Output, key: string): string {
  return `${output}/part-${key}.jsonl`;
}

export function ledgerPath(key: string): string {
  return `${LEDGER}/${key}.json`;
}

/** A path below `root` from one with `/` between its parts. */
export function below(root: string, path: string): string {
  return join(root, ...path.split('/'));
}
