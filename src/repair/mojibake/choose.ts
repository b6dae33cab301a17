import type { Candidate } from './candidate.js';

/** Of candidates in the order of their starts that overlap, the one of most value; of equals the page that comes first. */
export function choose(
  all: readonly Candidate[],
  value: (candidate: Candidate) => number = certainty,
): Candidate[] {
  const chosen: Candidate[] = [];
  let last: Candidate | undefined;
  let most = 0;
  for (const candidate of all) {
    const worth = value(candidate);
    if (!last || last.end <= candidate.start) chosen.push(candidate);
    else if (worth > most || (worth === most && last.start === candidate.start && candidate.page < last.page))
      chosen[chosen.length - 1] = candidate;
    else continue;
    last = candidate;
    most = worth;
  }
  return chosen;
}

/** Nats gained after all doubts. */
export function certainty({ gain, rarity, doubt }: Candidate): number {
  return gain - rarity - doubt;
}

/** Nats gained beyond what the page needs. */
export function netGain({ gain, rarity }: Candidate): number {
  return gain - rarity;
}
