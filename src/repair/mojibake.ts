import type { Edit, Level, Suspect } from '../core/document.js';
import { apply, invert, mapOffset } from '../core/edits.js';
import { type EditStage, NOTHING } from '../core/stage.js';
import { type Candidate, candidates, certainty, choose } from './mojibake/candidates.js';
import { controls } from './mojibake/controls.js';
import { LONE_BETWEEN_WORDS, NEVER } from './mojibake/doubt.js';
import { costOf, isStrange, legacy, type Pair } from './mojibake/legacy.js';
import { lossy } from './mojibake/lossy.js';
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
const NOTHING_LEFT = /^[\0-\x7f\ufffd]*$/;

/**
 * Gain in nats, after all doubts, from which a candidate is taken by itself; of 747,728 clean lines in 640 languages
 * four changed, each of them broken at its source. Any other candidate is taken when the document holds a strong one
 * of the same confusion.
 */
const STRONG = 7;
/** What the confusion with the most evidence in a document has ahead of others, in nats. */
const AHEAD = 8;

/** Nats by which two legacy pages must explain a stretch better than UTF-8 does. */
const CHEAPER = 12;

/** Rounds until nothing changes: a repaired neighbour can make the difference. Nothing seen needs more than three. */
const MAX_ROUNDS = 10;

/** Repairs text that was misread: UTF-8 as something else, once or several times over, or one legacy page as another. */
export function repairMojibake(text: string, { level = 'safe' }: MojibakeOptions = {}): MojibakeRepair {
  let current = text;
  let edits: readonly Edit[] = [];
  let confusion = '';
  let confidence = 1;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const repaired = repairOnce(current, level);
    const { edits: more } = repaired;
    if (more.length === 0) {
      const undo = invert(edits);
      const suspects = repaired.suspects.map(suspect => ({
        ...suspect,
        start: mapOffset(undo, suspect.start),
        end: mapOffset(undo, suspect.end),
      }));
      return { text: current, edits, confusion, confidence, suspects };
    }
    edits = pass === 0 ? more : compose(text, edits, more);
    current = repaired.text;
    confusion ||= repaired.confusion;
    confidence = Math.min(confidence, repaired.confidence);
  }
  return { text, edits: [], confusion: '', confidence: 1, suspects: [] };
}

/** What comes out of one pass is judged anew, until nothing changes; what never comes to rest is left alone. */
const MAX_PASSES = 6;

function repairOnce(text: string, level: Level): MojibakeRepair {
  if (ASCII.test(text)) return { text, edits: [], confusion: '', confidence: 1, suspects: [] };
  const state: State = { text, edits: [], taken: [], left: [], known: new Map() };
  // What is only likely: fills in for lost bytes.
  if (level === 'full') take(state, text, lossy(text));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = state.text;
    repairUtf8(state, level);
    if (state.known.size === 0 && !isStrange(state.text)) break;
    repairLegacy(state, text, before, round);
    if (state.text === before) break;
  }
  const { edits, taken } = state;
  const undo = invert(edits);
  const suspects = state.left.slice(0, MAX_SUSPECTS).map(candidate => suspectOf(candidate, undo));
  const best = taken.reduce<Candidate | undefined>((a, b) => (a && a.gain >= b.gain ? a : b), undefined);
  const confidence = taken.reduce((least, { gain }) => Math.min(least, 1 - Math.exp(-gain)), 1);
  return { text: state.text, edits, confusion: best ? confusionOf(best) : '', confidence, suspects };
}

interface State {
  text: string;
  /** From the text as it came to `text`. */
  edits: readonly Edit[];
  taken: readonly Candidate[];
  left: readonly Candidate[];
  /** Pairs of legacy pages that the document holds strong evidence of. */
  readonly known: Map<string, Pair>;
}

function repairUtf8(state: State, level: Level): void {
  const original = apply(state.text, invert(state.edits));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { taken, others } = judge(state.text, level);
    state.left = others;
    if (taken.length === 0) break;
    take(state, original, taken);
  }
}

function take(state: State, original: string, taken: readonly Candidate[]): void {
  const more = taken.flatMap(candidate => editOf(state.text, candidate) ?? []);
  state.edits = compose(original, state.edits, more);
  state.text = apply(state.text, more);
  state.taken = [...state.taken, ...taken];
}

/**
 * What was strange as it came may be read as two legacy pages as well; where that is more natural than what UTF-8
 * makes of it, or UTF-8 makes nothing of it, it is done.
 */
function repairLegacy(state: State, original: string, before: string, round: number): void {
  const chosen: Candidate[] = [];
  if (round === 0 && before === original && before !== state.text) {
    const utf8 = state.edits;
    let kept = utf8;
    for (const candidate of legacy(before, state.known, settledBy(before, utf8))) {
      const { start, end, insert } = candidate;
      const inside = utf8.filter(edit => edit.start < end && edit.end > start);
      if (inside.some(edit => edit.start < start || edit.end > end)) continue;
      // A stretch that is UTF-8 through and through is so by no chance.
      if (inside.length > 0 && ASCII.test(between(before, start, end, inside))) continue;
      const local = inside.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      if (costOf(apply(before.slice(start, end), local)) < costOf(insert) + CHEAPER) continue;
      kept = kept.filter(edit => !inside.includes(edit));
      chosen.push(candidate);
    }
    if (chosen.length === 0) return;
    const more = chosen.flatMap(candidate => editOf(before, candidate) ?? []);
    state.edits = [...kept, ...more].sort((a, b) => a.start - b.start);
    state.text = apply(before, state.edits);
    state.taken = [...state.taken, ...chosen];
  } else take(state, original, legacy(state.text, state.known));
}

/** Whether a line holds nothing above ASCII but what was edited. */
function settledBy(text: string, edits: readonly Edit[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while ((edits[next]?.end ?? Infinity) <= start) next++;
    const inside: Edit[] = [];
    for (let i = next; i < edits.length; i++) {
      const edit = edits[i];
      if (edit === undefined || edit.start >= end) break;
      inside.push(edit);
    }
    return inside.length > 0 && NOTHING_LEFT.test(between(text, start, end, inside));
  };
}

/** What edits leave alone of a stretch that they lie in. */
function between(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let left = '';
  let from = start;
  for (const edit of edits) {
    left += text.slice(from, edit.start);
    from = edit.end;
  }
  return left + text.slice(from, end);
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
  if (chain === '') return 'windows-1252-as-iso-8859-1';
  return chain.includes('-as-') ? chain : `utf-8-as-${chain}`;
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
