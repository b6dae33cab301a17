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
  const article = new Map<number, number>();
  const furniture = new Map<number, number>();
  const words = lines.map(({ topic }) => [...new Set(topic)]);
  words.forEach((line, i) => {
    const p = probabilities[i] ?? 0;
    for (const word of line) {
      article.set(word, (article.get(word) ?? 0) + 1 - p);
      furniture.set(word, (furniture.get(word) ?? 0) + p);
    }
  });
  const [odds, share, known] = [words, words, words].map(({ length }) => new Float32Array(length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  words.forEach((line, i) => {
    const p = probabilities[i] ?? 0;
    let [odd, part, hits] = [0, 0, 0];
    for (const word of line) {
      const of = Math.max(0, (article.get(word) ?? 0) - 1 + p);
      const against = Math.max(0, (furniture.get(word) ?? 0) - p);
      odd += Math.log((of + PRIOR) / (against + PRIOR));
      part += (of + SHARE_PRIOR) / (of + against + 1);
      if (of >= KNOWN) hits++;
    }
    odds[i] = odd / Math.max(1, line.length);
    share[i] = line.length === 0 ? -1 : part / line.length;
    known[i] = hits / Math.max(1, line.length);
  });
  return { odds, share, known };
}
