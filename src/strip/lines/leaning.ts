import type { KnownLine } from './known-line.js';

/** How much the words of a line are those of the article, as far as the other lines tell. */
export interface Leaning {
  /** Mean over its words of the log of how often the article has them to how often furniture has them. */
  readonly odds: Float32Array;
  /** Mean over its words of the article's share in them. */
  readonly share: Float32Array;
  /** Share of its words that the article has elsewhere. */
  readonly known: Float32Array;
}

/** Added to counts, so that words seen once do not decide. */
const PRIOR = 0.5;
const SHARE_PRIOR = 0.3;
/** A word is the article's when so much of a line that holds it is expected to be. */
const KNOWN = 0.9;

/** By the probability of each line that it is not part of the article. */
export function leanings(lines: readonly KnownLine[], probabilities: Float64Array): Leaning {
  const total = lines.reduce((sum, { topicWords }) => sum + topicWords.length, 0);
  const places = new Map<number, number>();
  const words = new Int32Array(total);
  const article = new Float64Array(total);
  const furniture = new Float64Array(total);
  let at = 0;
  lines.forEach(({ topicWords }, i) => {
    const p = probabilities[i] ?? 0;
    for (const word of topicWords) {
      const place = places.get(word) ?? places.size;
      places.set(word, place);
      words[at++] = place;
      article[place] = (article[place] ?? 0) + 1 - p;
      furniture[place] = (furniture[place] ?? 0) + p;
    }
  });
  const leaning = {
    odds: new Float32Array(lines.length),
    share: new Float32Array(lines.length),
    known: new Float32Array(lines.length),
  };
  at = 0;
  lines.forEach(({ topicWords: { length } }, i) => {
    const p = probabilities[i] ?? 0;
    let [odds, share, known] = [0, 0, 0];
    for (const end = at + length; at < end; at++) {
      const place = words[at] ?? 0;
      const of = Math.max(0, (article[place] ?? 0) - 1 + p);
      const against = Math.max(0, (furniture[place] ?? 0) - p);
      odds += Math.log((of + PRIOR) / (against + PRIOR));
      share += (of + SHARE_PRIOR) / (of + against + 1);
      if (of >= KNOWN) known++;
    }
    leaning.odds[i] = odds / Math.max(1, length);
    leaning.share[i] = length === 0 ? -1 : share / length;
    leaning.known[i] = known / Math.max(1, length);
  });
  return leaning;
}
