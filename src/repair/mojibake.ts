import type { Edit, Level, Suspect } from '../core/document.js';
import { apply } from '../core/edits.js';
import { type EditStage, NOTHING } from '../core/stage.js';
import { type Candidate, candidates, certainty, choose } from './mojibake/candidates.js';
import { loadModel } from './mojibake/model.js';
import { compose } from './compose.js';
import { smallest } from './smallest.js';

export interface MojibakeOptions {
  readonly level?: Level;
}

export interface MojibakeRepair {
  readonly text: string;
  readonly edits: readonly Edit[];
  /** What happened to most of what was repaired, such as `utf-8-as-gbk`; '' when nothing was. */
  readonly confusion: string;
  /** 0 to 1: how sure the least certain edit is. */
  readonly confidence: number;
  readonly suspects: readonly Suspect[];
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * Gain in nats, after all doubts, from which a candidate is taken by itself. At 8, clean lines in 640 languages lose
 * less than one in 10,000.
 */
const STRONG = 7;
/** … and from which it is taken when the document holds a strong one of the same confusion. */
const WEAK = 2;
/** What the confusion with the most evidence in a document has ahead of others, in nats. */
const AHEAD = 8;

/** Rounds until nothing changes: a repaired neighbour can make the difference. Nothing seen needs more than three. */
const MAX_ROUNDS = 10;

/** Repairs UTF-8 that was read as something else, once or several times over. */
export function repairMojibake(text: string, options: MojibakeOptions = {}): MojibakeRepair {
  let edits: readonly Edit[] = [];
  let current = text;
  let best: Candidate | undefined;
  let confidence = 1;
  for (let round = 0; round < MAX_ROUNDS && !ASCII.test(current); round++) {
    const taken = accepted(current);
    if (taken.length === 0) break;
    const more = taken.flatMap(candidate => editOf(current, candidate) ?? []);
    edits = compose(text, edits, more);
    current = apply(current, more);
    for (const candidate of taken) {
      if (!best || candidate.gain > best.gain) best = candidate;
      confidence = Math.min(confidence, 1 - Math.exp(-candidate.gain));
    }
  }
  void options.level;
  return { text: current, edits, confusion: best ? `utf-8-as-${best.chain}` : '', confidence, suspects: [] };
}

/** The candidates to be taken: the strong ones, and others of the same confusion. */
function accepted(text: string): readonly Candidate[] {
  const all = candidates(text, loadModel()).filter(({ gain }) => gain >= WEAK);
  if (all.length === 0) return [];
  const evidence = evidenceOf(all);
  const most = Math.max(...evidence.values());
  return choose(
    all.filter(candidate => isStrong(candidate) || evidence.has(candidate.chain)),
    candidate => {
      const known = evidence.get(candidate.chain) ?? 0;
      return known > 0 ? candidate.gain - candidate.rarity + (AHEAD * known) / most : certainty(candidate);
    },
  );
}

/** What the strong candidates of a document say for each confusion, in nats. */
function evidenceOf(all: readonly Candidate[]): ReadonlyMap<string, number> {
  const evidence = new Map<string, number>();
  for (const candidate of all) {
    if (!isStrong(candidate)) continue;
    const { chain, gain, rarity } = candidate;
    evidence.set(chain, (evidence.get(chain) ?? 0) + gain - rarity);
  }
  return evidence;
}

function isStrong(candidate: Candidate): boolean {
  return certainty(candidate) >= STRONG;
}

function editOf(text: string, { start, end, insert, chain, gain }: Candidate): Edit | undefined {
  return smallest(text, start, end, insert, `mojibake/utf-8-as-${chain}`, `gain ${gain.toFixed(1)}`);
}

export const mojibake: EditStage = {
  id: 'mojibake',
  version: 1,
  run(text, { level }) {
    if (ASCII.test(text)) return NOTHING;
    const { edits, suspects } = repairMojibake(text, { level });
    return edits.length === 0 && suspects.length === 0 ? NOTHING : { edits, suspects };
  },
  examples: [{ from: 'despu茅s', to: 'después' }],
};
