import { type KnownLine, mostTopic } from './known-line.js';

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
  const most = mostTopic(lines);
  const article = new Float64Array(most + 1);
  const furniture = new Float64Array(most + 1);
  lines.forEach(({ topicWords }, i) => {
    const p = probabilities[i] ?? 0;
    for (const word of topicWords) {
      article[word] = (article[word] ?? 0) + 1 - p;
      furniture[word] = (furniture[word] ?? 0) + p;
    }
  });
  const leaning = {
    odds: new Float32Array(lines.length),
    share: new Float32Array(lines.length),
    known: new Float32Array(lines.length),
  };
  lines.forEach(({ topicWords }, i) => {
    const p = probabilities[i] ?? 0;
    let [odds, share, known] = [0, 0, 0];
    for (const word of topicWords) {
      const of = Math.max(0, (article[word] ?? 0) - 1 + p);
      const against = Math.max(0, (furniture[word] ?? 0) - p);
      odds += Math.log((of + PRIOR) / (against + PRIOR));
      share += (of + SHARE_PRIOR) / (of + against + 1);
      if (of >= KNOWN) known++;
    }
    const { length } = topicWords;
    leaning.odds[i] = odds / Math.max(1, length);
    leaning.share[i] = length === 0 ? -1 : share / length;
    leaning.known[i] = known / Math.max(1, length);
  });
  return leaning;
}
