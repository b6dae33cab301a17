import { codeUnits } from '../../core/code-units.js';
import type { Edit, Level, Suspect } from '../../core/document.js';
import { apply, invert } from '../../core/edits.js';
import { compose } from '../compose.js';
import type { Candidate } from './candidate.js';
import { candidates } from './candidates.js';
import { either } from './either.js';
import { type Evidence, evidenceFrom, moreOf } from './evidence.js';
import { confusionOf } from './confusions.js';
import { judge } from './judge.js';
import { confidenceOf } from './notes.js';
import { sureRuns } from './sure.js';
import { merge, repairSure } from './sure-edits.js';
import { legacy, type Shown } from './legacy.js';
import type { Pair } from './legacy-finalists.js';
import { mayBeLegacy } from './legacy-peaks.js';
import { loadLetters } from './letters.js';
import { look, type Look, lookUnlessMisread, strangeLines } from './look.js';
import { allLines, type Lines, linesBefore, type StrangeLines } from './lines.js';
import { lossy } from './lossy.js';
import { splice, toText } from './units.js';
import { addEdits, surenessOf, suspectOf } from './wording.js';

/** Rounds until nothing changes: a repaired neighbour can make the difference. Nothing seen needs more than three. */
const MAX_ROUNDS = 10;

/** How many suspects a document reports at most. */
const MAX_SUSPECTS = 20;

/** What is known before a text is looked at. */
export interface Known {
  readonly evidence: Evidence;
  /** Pairs of legacy pages, by the name of what they do. */
  readonly pairs: ReadonlyMap<string, Pair>;
}

export const NOTHING_KNOWN: Known = { evidence: new Map(), pairs: new Map() };

export interface Pass {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly confusion: string;
  readonly confidence: number;
  readonly suspects: readonly Suspect[];
  /** Another pass would find nothing. */
  readonly settled: boolean;
  readonly known: Known;
}

interface State {
  /** The text as it came. */
  readonly original: string;
  readonly level: Level;
  readonly seen: Evidence;
  /** Pairs of legacy pages that the document holds strong evidence of. */
  readonly shown: Shown;
  text: string;
  /** From the text as it came to `text`. */
  edits: readonly Edit[];
  done: Done;
  left: readonly Candidate[];
  evidence: Evidence;
}

/** What was done, in short. */
interface Done {
  /** The chain of pages of what gained most. */
  chain: string | undefined;
  most: number;
  /** Nats by which the least certain is sure. */
  least: number;
}

/** One pass over a text that is not all ASCII. */
export function repairOnce(original: string, level: Level, known: Known): Pass {
  const pairs = new Map(known.pairs);
  const state: State = {
    original,
    level,
    seen: known.evidence,
    shown: { pairs, tried: new Map(), doubtful: [] },
    text: original,
    edits: [],
    done: { chain: undefined, most: 0, least: Infinity },
    left: [],
    evidence: known.evidence,
  };
  // What is only likely: fills in for lost bytes.
  if (level === 'full') take(state, lossy(original));
  const settled = repairInRounds(state) && pairs.size === known.pairs.size && level === 'safe';
  const { text, edits, done, left, evidence } = state;
  const doubtful = [...left, ...state.shown.doubtful].sort((a, b) => a.start - b.start);
  const undo = doubtful.length === 0 ? [] : invert(edits);
  const suspects = doubtful.slice(0, MAX_SUSPECTS).map(candidate => suspectOf(candidate, undo));
  const confidence = confidenceOf(done.least);
  const confusion = done.chain === undefined ? '' : confusionOf(done.chain);
  return { text, edits, confusion, confidence, suspects, settled, known: { evidence, pairs } };
}

/** Whether the last round found nothing, and not because there were too many. */
function repairInRounds(state: State): boolean {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = state.text;
    const { edits, strange, legible, settled } = repairUtf8(state);
    if (state.shown.pairs.size === 0 && strange.length === 0) {
      state.edits = compose(state.original, state.edits, edits);
      return settled;
    }
    if (round === 0 && before !== state.text && repairEither(state, before, edits, strange)) continue;
    state.edits = compose(state.original, state.edits, edits);
    state.shown.doubtful = [];
    if (state.shown.pairs.size === 0 && legible.length === 0) return settled;
    const found = legacy(state.text, state.shown, state.level, linesOf(state, legible));
    if (found.length === 0) return settled;
    take(state, found);
  }
  return false;
}

/** Where the document has shown a pair of pages, any line may hold a word of it. */
function linesOf({ text, shown }: State, legible: Lines): Lines {
  return shown.pairs.size > 0 ? allLines(text) : legible;
}

interface Utf8Repair {
  /** From what the text was. */
  readonly edits: readonly Edit[];
  /** Lines that look like no language then. */
  readonly strange: StrangeLines;
  /** Those of them that some pair of pages may explain. */
  readonly legible: StrangeLines;
  /** Nothing is left to do. */
  readonly settled: boolean;
}

function repairUtf8(state: State): Utf8Repair {
  const before = state.text;
  let edits: readonly Edit[] = [];
  let units = codeUnits(before);
  let seen = lookUnlessMisread(units);
  let sure = seen ? undefined : sureRuns();
  let all = candidates(units, seen?.starts, 1, sure);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { taken, others, evidence, pages } = judge(all, state.level, state.seen, sure);
    if (evidence) state.evidence = moreOf(state.evidence, evidenceFrom(evidence));
    state.left = others;
    let more = editsOf(state, taken);
    if (sure && sure.count > 0) {
      const repair = repairSure(state.text, sure, pages);
      noteDone(state, repair.chain, repair.most, repair.least);
      more = merge(repair.edits, more);
    }
    sure = undefined;
    if (more.length === 0) return { edits, ...linesIn(units, seen), settled: true };
    edits = compose(before, edits, more);
    units = splice(units, more);
    state.text = toText(units);
    seen = look(units);
    all = candidates(units, seen.starts);
  }
  return { edits, ...linesIn(units, seen), settled: false };
}

function linesIn(units: Uint16Array, seen: Look | undefined): Pick<Utf8Repair, 'strange' | 'legible'> {
  const strange = [...strangeLines(units, seen ?? look(units))];
  const letters = loadLetters();
  return { strange, legible: strange.filter(([start, end]) => mayBeLegacy(units, start, end, letters)) };
}

function noteDone({ done }: State, chain: string, gain: number, sureness: number): void {
  done.least = Math.min(done.least, sureness);
  if (done.chain !== undefined && done.most >= gain) return;
  done.chain = chain;
  done.most = gain;
}

function editsOf(state: State, taken: readonly Candidate[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const candidate of taken) {
    addEdits(edits, state.text, candidate);
    noteDone(state, candidate.chain, candidate.gain, surenessOf(candidate));
  }
  return edits;
}

function take(state: State, taken: readonly Candidate[]): void {
  const more = editsOf(state, taken);
  state.edits = compose(state.original, state.edits, more);
  state.text = apply(state.text, more);
}

/**
 * What is strange still may be read as two legacy pages as it came; where that is more natural than what UTF-8 makes of
 * it, or UTF-8 makes nothing of it, it is done. Whether anything is.
 */
function repairEither(state: State, before: string, utf8: readonly Edit[], strange: Lines): boolean {
  const lines = state.shown.pairs.size > 0 ? allLines(before) : linesBefore(utf8, strange);
  const { kept, chosen } = either(before, utf8, state.shown, state.level, lines);
  if (chosen.length === 0) return false;
  state.text = before;
  const edits = merge(kept, editsOf(state, chosen));
  state.text = apply(before, edits);
  state.edits = compose(state.original, state.edits, edits);
  return true;
}
