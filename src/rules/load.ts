import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import glob from 'fast-glob';
import type { RuleFile } from '../strip/compile.js';
import { learnPrepared } from './prepared.js';

/** The folder of rules that limpia brings, beside `dist` and `src`. */
const SHIPPED = fileURLToPath(new URL('../../rules', import.meta.url));
/** The configuration of a run, by either ending: no file of rules. */
export const CONFIGURATION: readonly string[] = ['pipeline.yml', 'pipeline.yaml'];
const ACCEPT = 'accept.txt';

export interface LoadedRules {
  /** Sorted by path; shipped files first where paths are the same. */
  readonly files: readonly RuleFile[];
  /** Lines of `accept.txt` in the user's folder. */
  readonly accept: readonly string[];
}

/**
 * Reads the rules that limpia brings and those of a user's folder, which need not exist.
 * @throws the system's error when a file cannot be read.
 */
export function loadRules(folder: string): LoadedRules {
  learnPrepared();
  const isShipped = existsSync(folder) && realpathSync(folder) === realpathSync(SHIPPED);
  const shipped = readFolder(SHIPPED, true, isShipped ? folder : shippedName());
  const own = isShipped || !existsSync(folder) ? [] : readFolder(folder, false, folder);
  return { files: [...shipped, ...own].sort((a, b) => order(a.path, b.path)), accept: readAccept(folder) };
}

function readFolder(folder: string, shipped: boolean, name: string): RuleFile[] {
  const paths = glob.sync('**/*.{yml,yaml}', { cwd: folder, ignore: [...CONFIGURATION], dot: false });
  return paths.map(path => ({
    path,
    text: readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, ''),
    shipped,
    name: join(name, path),
  }));
}

function readAccept(folder: string): string[] {
  return acceptLines(folder).filter(line => line !== '');
}

function acceptLines(folder: string): string[] {
  const file = join(folder, ACCEPT);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').replace(/^\ufeff/, '').split(/\r?\n/); // prettier-ignore
  return lines.map(line => line.trim());
}

/** Where a line of `accept.txt` stands, for a person: `rules/accept.txt:3`. */
export function acceptPlace(folder: string, line: string): string {
  return `${join(folder, ACCEPT)}:${acceptLines(folder).indexOf(line) + 1}`;
}

function shippedName(): string {
  const path = relative(process.cwd(), SHIPPED);
  return path.startsWith('..') ? SHIPPED : path;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As npm installs it, also by a link to another place. */
const INSTALLED = 'node_modules/limpia/schema/rules.schema.json';

/**
 * The comment by which editors find the schema of a rule file, where limpia lies below the user's project; else ''.
 */
export function schemaHeader(file: string): string {
  const path = existsSync(INSTALLED) ? INSTALLED : join(SHIPPED, '../schema/rules.schema.json');
  if (relative(process.cwd(), path).startsWith('..')) return '';
  const below = relative(dirname(file), path).replaceAll('\\', '/');
  return `yaml-language-server: $schema=${below.startsWith('.') ? below : `./${below}`}`;
}
