import type { Seen } from './mine.js';

/** Two lines are of one block when they stand together on at least this share of the documents of either. */
const NEARLY_ALWAYS = 0.9;
/** A block of more lines is a page posted again. */
const MOST_LINES = 12;

/** Lines as blocks: those that nearly always follow one another are one, each line is in one block. */
export function joinBlocks(seen: ReadonlyMap<string, Seen>): (readonly [Seen, ...Seen[]])[] {
  const next = new Map([...seen].map(([key, one]) => [key, follower(key, one, seen)]));
  const inside = new Set([...next.values()].filter(key => key !== undefined));
  const blocks: (readonly [Seen, ...Seen[]])[] = [];
  const taken = new Set<string>();
  // Lines that only follow others come last: by then they are taken, but for those that go round in a ring.
  const heads = [...seen.keys()].sort((a, b) => Number(inside.has(a)) - Number(inside.has(b)));
  for (const head of heads) {
    const first = seen.get(head);
    if (!first || taken.has(head)) continue;
    taken.add(head);
    const rest: Seen[] = [];
    for (let key = next.get(head); key !== undefined && !taken.has(key); key = next.get(key)) {
      const line = seen.get(key);
      if (!line || rest.length + 1 === MOST_LINES) break;
      taken.add(key);
      rest.push(line);
    }
    blocks.push([first, ...rest]);
  }
  return blocks;
}

function follower(
  key: string,
  { documents, next }: Seen,
  seen: ReadonlyMap<string, Seen>,
): string | undefined {
  const [other, times] = top(next);
  const found = seen.get(other);
  const isBlock =
    found !== undefined &&
    other !== key &&
    times >= NEARLY_ALWAYS * documents &&
    times >= NEARLY_ALWAYS * found.documents;
  return isBlock ? other : undefined;
}

/** The most frequent key and how often it was counted; the first in order of those that are equal. */
export function top(counts: ReadonlyMap<string, number>): readonly [string, number] {
  let best: readonly [string, number] = ['', 0];
  for (const [key, times] of counts)
    if (times > best[1] || (times === best[1] && key < best[0])) best = [key, times];
  return best;
}
