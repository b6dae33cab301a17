import { join } from 'node:path';

/** The outputs of a shard; each is a folder below the output folder with one part per shard. */
export const OUTPUTS = [
  'data',
  'audit/edits',
  'audit/fields',
  'audit/dropped',
  'audit/duplicates',
  'audit/rejected',
  '.limpia/keys',
  '.limpia/titles',
  '.limpia/lines',
  '.limpia/documents',
  '.limpia/before',
] as const;

export type Output = (typeof OUTPUTS)[number];

/** limpia's own bookkeeping below the output folder; its presence says that the folder is limpia's. */
export const PRIVATE = '.limpia';
export const LEDGER = `${PRIVATE}/ledger`;
export const TEMPORARY = `${PRIVATE}/tmp`;
export const LOCK = `${PRIVATE}/lock`;
export const MANIFEST = 'manifest.json';
export const CARD = 'README.md';
export const CROISSANT = 'croissant.json';
/** The largest clusters of duplicates. */
export const CLUSTERS = 'audit/clusters.jsonl';

/** How the parts lie in their folders. */
export interface Layout {
  /** Whether parts are compressed; limpia's own never are. */
  readonly gzip: boolean;
  /** Whether documents lie in one folder a language. */
  readonly byLanguage: boolean;
}

export const PLAIN: Layout = { gzip: false, byLanguage: false };

/** Path of a shard's part relative to the output folder, with `/` between its parts. `group` is a folder of its own in there. */
export function partPath(output: Output, key: string, { gzip, group = '' }: PartOptions = {}): string {
  const folder = group === '' ? output : `${output}/${group}`;
  return `${folder}/part-${key}.jsonl${gzip === true && !isPrivate(output) ? '.gz' : ''}`;
}

export interface PartOptions {
  readonly gzip?: boolean;
  readonly group?: string;
}

export function isPrivate(output: Output): boolean {
  return output.startsWith(`${PRIVATE}/`);
}

/** A glob pattern of all documents relative to the output folder, or of those in one language. */
export function dataFiles({ gzip, byLanguage }: Layout, lang = '*'): string {
  return `data/${byLanguage ? `${lang}/` : ''}*.jsonl${gzip ? '.gz' : ''}`;
}

/** A part's shard and output, from its path; undefined for any other path. */
export function partOf(path: string): { readonly output: Output; readonly key: string } | undefined {
  const [, folder = '', key = ''] = /^(.+)\/part-(\w+)\.jsonl(?:\.gz)?$/.exec(path) ?? [];
  const output = OUTPUTS.find(one => folder === one || folder.startsWith(`${one}/`));
  return output && { output, key };
}

export function ledgerPath(key: string): string {
  return `${LEDGER}/${key}.json`;
}

/** A path below `root` from one with `/` between its parts. */
export function below(root: string, path: string): string {
  return join(root, ...path.split('/'));
}
