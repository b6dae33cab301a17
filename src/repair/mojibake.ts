import type { Edit, Level, Suspect } from '../core/document.js';
import { apply, invert, mapOffset } from '../core/edits.js';
import { type EditStage, NOTHING } from '../core/stage.js';
import { type Candidate, candidates, certainty, choose } from './mojibake/candidates.js';
import { controls } from './mojibake/controls.js';
import { LONE_BETWEEN_WORDS, NEVER } from './mojibake/doubt.js';
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

/** Gain in nats, but for the shape, from which something left alone is reported. */
const SUSPECT = 6;
/** How many suspects a document reports at most. */
const MAX_SUSPECTS = 20;

const ASCII = /^[\0-\x7f]*$/;

/**
 * Gain in nats, after all doubts, from which a candidate is taken by itself; of 747,728 clean lines in 640 languages
 * four changed, each of them broken at its source. Any other candidate is taken when the document holds a strong one
 * of the same confusion.
 */
const STRONG = 7;
/** What the confusion with the most evidence in a document has ahead of others, in nats. */
const AHEAD = 8;

/** Rounds until nothing changes: a repaired neighbour can make the difference. Nothing seen needs more than three. */
const MAX_ROUNDS = 10;

/** Repairs UTF-8 that was read as something else, once or several times over. */
export function repairMojibake(text: string, { level = 'safe' }: MojibakeOptions = {}): MojibakeRepair {
  let edits: readonly Edit[] = [];
  let current = text;
  let best: Candidate | undefined;
  let confidence = 1;
  let left: readonly Candidate[] = [];
  for (let round = 0; round < MAX_ROUNDS && !ASCII.test(current); round++) {
    const { taken, others } = judge(current, level);
    left = others;
    if (taken.length === 0) break;
    const more = taken.flatMap(candidate => editOf(current, candidate) ?? []);
    edits = compose(text, edits, more);
    current = apply(current, more);
    for (const candidate of taken) {
      if (!best || candidate.gain > best.gain) best = candidate;
      confidence = Math.min(confidence, 1 - Math.exp(-candidate.gain));
    }
  }
  const undo = invert(edits);
  const suspects = left.slice(0, MAX_SUSPECTS).map(candidate => suspectOf(candidate, undo));
  return { text: current, edits, confusion: best ? confusionOf(best) : '', confidence, suspects };
}

/** The candidates to be taken: the strong ones, and others of the same confusion. Then those that only look wrong. */
function judge(text: string, level: Level): { taken: readonly Candidate[]; others: readonly Candidate[] } {
  const all = [...candidates(text, loadModel()), ...controls(text)].filter(({ doubt }) => doubt < NEVER);
  if (all.length === 0) return { taken: [], others: [] };
  const evidence = evidenceOf(all, level);
  const most = Math.max(...evidence.values());
  const taken = choose(
    all.filter(candidate => isStrong(candidate, level) || evidence.has(candidate.chain)),
    candidate => {
      const known = evidence.get(candidate.chain) ?? 0;
      return known > 0 ? candidate.gain - candidate.rarity + (AHEAD * known) / most : certainty(candidate);
    },
  );
  const others = taken.length > 0 ? [] : choose(all.filter(({ gain, rarity }) => gain - rarity >= SUSPECT));
  return { taken, others };
}

/** What the strong candidates of a document say for each confusion, in nats. */
function evidenceOf(all: readonly Candidate[], level: Level): ReadonlyMap<string, number> {
  const evidence = new Map<string, number>();
  for (const candidate of all) {
    if (!isStrong(candidate, level)) continue;
    const { chain, gain, rarity } = candidate;
    evidence.set(chain, (evidence.get(chain) ?? 0) + gain - rarity);
  }
  return evidence;
}

function isStrong(candidate: Candidate, level: Level): boolean {
  const waived = level === 'full' && candidate.doubt === LONE_BETWEEN_WORDS ? candidate.doubt : 0;
  return certainty(candidate) + waived >= STRONG;
}

function confusionOf({ chain }: Candidate): string {
  return chain === '' ? 'windows-1252-as-iso-8859-1' : `utf-8-as-${chain}`;
}

function suspectOf(candidate: Candidate, undo: readonly Edit[]): Suspect {
  const { start, end, insert, gain } = candidate;
  const note = `may be ${JSON.stringify(insert)}, gain ${gain.toFixed(1)}`;
  return {
    start: mapOffset(undo, start),
    end: mapOffset(undo, end),
    by: `mojibake/${confusionOf(candidate)}`,
    note,
  };
}

function editOf(text: string, candidate: Candidate): Edit | undefined {
  const { start, end, insert, gain } = candidate;
  return smallest(text, start, end, insert, `mojibake/${confusionOf(candidate)}`, `gain ${gain.toFixed(1)}`);
}

export const mojibake: EditStage = {
  id: 'mojibake',
  version: 1,
  run(text, { level }) {
    if (ASCII.test(text)) return NOTHING;
    const { edits, suspects } = repairMojibake(text, { level });
    return edits.length === 0 && suspects.length === 0 ? NOTHING : { edits, suspects };
  },
  examples: [
    { from: 'despu茅s', to: 'después' },
    { from: 'Itâ€™s a naÃ¯ve cafÃ©', to: 'It’s a naïve café' },
    { from: 'It鈥檚 ma帽ana', to: 'It’s mañana' },
    { from: 'ÃƒÂ©tÃƒÂ©', to: 'été' },
    { from: 'РџСЂРёРІРµС‚', to: 'Привет' },
    { from: 'voilà l’été, despuÃ©s', to: 'voilà l’été, después' },
    { from: 'e poi 茅 andato despu茅s', to: 'e poi é andato después' },
    { from: 'it\x92s \x93fine\x94 \x96 really\x85', to: 'it’s “fine” – really…' },
    { from: 'Le caractère chinois 猫 signifie « chat ».' },
    { from: 'NÃO, JOÃO: A AÇÃO NÃO É SÓ SUA' },
    { from: '茅台酒是中国的名酒。' },
  ],
};
