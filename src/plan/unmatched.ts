import micromatch from 'micromatch';
import { walk } from './walk.js';

/** The settings that name files by patterns. */
export interface Patterns {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Charsets by pattern. */
  readonly charset?: Readonly<Record<string, string>>;
  /** Where records are, of all files or by pattern. */
  readonly json?: { readonly pick: string | Readonly<Record<string, string>> };
}

/** Looks for patterns that no file fits. */
export interface Unmatched {
  /** To be told of each file that was found. */
  readonly see: (path: string) => void;
  /** Each such pattern of pipeline.yml as a sentence: most are slips. */
  readonly told: () => string[];
}

/** People write paths as Windows does; in a pattern a backslash takes the meaning of a sign away. */
const BACKSLASH = ' Write / between folders, on Windows too.';

export function unmatched(root: string, { include, exclude, charset = {}, json }: Patterns): Unmatched {
  const included = missing(
    include.filter(pattern => !pattern.startsWith('!')),
    false,
  );
  const charsets = missing(Object.keys(charset), true);
  const picks = missing(Object.keys(typeof json?.pick === 'object' ? json.pick : {}), true);
  const says = (key: string, pattern: string): string =>
    `pipeline.yml: no file in ${root} fits "${pattern}" of input.${key}.${pattern.includes('\\') ? BACKSLASH : ''}`;
  return {
    see: path => {
      for (const { see } of [included, charsets, picks]) see(path);
    },
    told: () => [
      ...included.left().map(pattern => says('include', pattern)),
      ...exclude.filter(pattern => !excludes(root, pattern)).map(pattern => says('exclude', pattern)),
      ...charsets.left().map(pattern => says('charset', pattern)),
      ...picks.left().map(pattern => says('json.pick', pattern)),
    ],
  };
}

/** The patterns that nothing has fitted yet. */
function missing(
  patterns: readonly string[],
  dot: boolean,
): { see: (path: string) => void; left: () => string[] } {
  let open = patterns.map(pattern => ({
    pattern,
    fits: micromatch.matcher(pattern.replace(/^\.\//, ''), { dot }),
  }));
  return {
    see: path => {
      if (open.some(({ fits }) => fits(path))) open = open.filter(({ fits }) => !fits(path));
    },
    left: () => open.map(({ pattern }) => pattern),
  };
}

/** Whether a file or folder fits a pattern by which files are left out, and are therefore not among those found. */
function excludes(root: string, pattern: string): boolean {
  return walk(root, { include: [pattern], folders: true }).next().done !== true;
}
