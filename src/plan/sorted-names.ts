/** Names of a folder's entries in order (by code unit), to be taken once. */
export interface SortedNames {
  /** The next one; undefined at the end. */
  readonly peek: () => string | undefined;
  /** The next ones, at most so many. */
  readonly take: (most: number) => string[];
}

/** Names that are sorted and packed together: a folder of a million takes 16 of these, in 20 MB where its names as strings take 60. */
const RUN_NAMES = 1 << 16;

export function sortedNames(names: Iterable<string>): SortedNames {
  const runs: Run[] = [];
  let open: string[] = [];
  for (const name of names) {
    open.push(name);
    if (open.length < RUN_NAMES) continue;
    runs.push(packed(open.sort()));
    open = [];
  }
  runs.push(listed(open.sort()));
  const next = (): Run | undefined => {
    let least: Run | undefined;
    for (const run of runs)
      if (run.head !== undefined && (least?.head === undefined || run.head < least.head)) least = run;
    return least;
  };
  return {
    peek: () => next()?.head,
    take: most => {
      const taken: string[] = [];
      for (let run = next(); run?.head !== undefined && taken.length < most; run = next()) {
        taken.push(run.head);
        run.advance();
      }
      return taken;
    },
  };
}

/** Names in order, of which those before `head` were taken. */
interface Run {
  head: string | undefined;
  readonly advance: () => void;
}

function listed(names: readonly string[]): Run {
  let at = 0;
  const run = {
    head: names[0],
    advance: () => {
      run.head = names[++at];
    },
  };
  return run;
}

function packed(names: readonly string[]): Run {
  const text = names.join('');
  const lengths = Uint16Array.from(names, ({ length }) => length);
  let [at, start] = [0, 0];
  const headAt = (): string | undefined => {
    const length = lengths[at];
    return length === undefined ? undefined : text.slice(start, start + length);
  };
  const run = {
    head: headAt(),
    advance: () => {
      start += lengths[at++] ?? 0;
      run.head = headAt();
    },
  };
  return run;
}
