import { type KnownLine, knowLines, type Lines } from './known-line.js';
import { lineScores, type Model } from './model.js';

/** Each round sees what the one before has left; more than this many never were needed. */
const MAX_ROUNDS = 8;
/**
 * What is left holds at least this share of the page's prose, or the page is not what the model knows: where it is wrong
 * about a whole page it leaves next to nothing, while comments and other articles can be most of what a page says.
 */
const MIN_PROSE = 0.25;

/**
 * Lines that are not part of the article, with the probability that they are not. Goes on until it would drop no more,
 * so that what is left stays as it is. Nothing goes from a page without prose or one that would lose nearly all of it.
 */
export function chooseLines(
  lines: Lines,
  model: Model,
  atLeast: number,
  isProtected: (line: number) => boolean = () => false,
): Map<number, number> {
  const chosen = new Map<number, number>();
  const known = knowLines(lines);
  let left = known.map((line, i) => ({ line, i }));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const scores = lineScores(
      left.map(({ line }) => line),
      model,
      atLeast,
    );
    const before = chosen.size;
    left.forEach(({ i }, at) => {
      const score = scores[at] ?? 0;
      if (score >= atLeast && !isProtected(i)) chosen.set(i, score);
    });
    if (chosen.size === before) break;
    left = left.filter(({ i }) => !chosen.has(i));
  }
  const all = proseUnits(known);
  const kept = proseUnits(left.map(({ line }) => line));
  return all > 0 && kept >= MIN_PROSE * all ? chosen : new Map<number, number>();
}

function proseUnits(lines: readonly KnownLine[]): number {
  return lines.reduce((sum, { length, isProse }) => sum + (isProse ? length : 0), 0);
}
