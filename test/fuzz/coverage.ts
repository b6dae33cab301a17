import { Session } from 'node:inspector/promises';

export interface Coverage {
  /** How many stretches of limpia's code ran that never ran before. */
  readonly news: () => Promise<number>;
}

/** What V8 itself counts of the code in a folder: by block, of this thread. */
export async function coverage(folder: string): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const known = new Set<string>();
  return {
    async news() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const before = known.size;
      for (const { url, scriptId, functions } of result)
        if (url.includes(folder))
          for (const { ranges } of functions)
            for (const { startOffset, endOffset, count } of ranges)
              // How often in powers of two: a loop that runs longer is news.
              if (count > 0) known.add(`${scriptId}:${startOffset}:${endOffset}:${32 - Math.clz32(count)}`);
      return known.size - before;
    },
  };
}
