import fastGlob from 'fast-glob';
import micromatch from 'micromatch';

/** The settings that name files by patterns. */
export interface Patterns {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Charsets by pattern. */
  readonly charset?: Readonly<Record<string, string>>;
  /** Where records are, of all files or by pattern. */
  readonly json?: { readonly pick: string | Readonly<Record<string, string>> };
}

/** People write paths as Windows does; in a pattern a backslash takes the meaning of a sign away. */
const BACKSLASH = ' Write / between folders, on Windows too.';

/**
 * Patterns of pipeline.yml that no file fits, each as a sentence: most are slips. `paths` are the files that were found.
 */
export function unmatched(
  root: string,
  paths: readonly string[],
  { include, exclude, charset = {}, json }: Patterns,
): string[] {
  const says = (key: string, pattern: string): string =>
    `pipeline.yml: no file in ${root} fits "${pattern}" of input.${key}.${pattern.includes('\\') ? BACKSLASH : ''}`;
  const misses = (pattern: string, dot: boolean): boolean =>
    !paths.some(path => micromatch.isMatch(path, pattern.replace(/^\.\//, ''), { dot }));
  return [
    ...include
      .filter(pattern => !pattern.startsWith('!') && misses(pattern, false))
      .map(pattern => says('include', pattern)),
    ...exclude.filter(pattern => !excludes(root, pattern)).map(pattern => says('exclude', pattern)),
    ...Object.keys(charset)
      .filter(pattern => misses(pattern, true))
      .map(pattern => says('charset', pattern)),
    ...Object.keys(typeof json?.pick === 'object' ? json.pick : {})
      .filter(pattern => misses(pattern, true))
      .map(pattern => says('json.pick', pattern)),
  ];
}

/** Whether a file or folder fits a pattern by which files are left out, and are therefore not among those found. */
function excludes(root: string, pattern: string): boolean {
  const options = { cwd: root, onlyFiles: false, followSymbolicLinks: false, suppressErrors: true };
  return fastGlob.sync(pattern, options).length > 0;
}
