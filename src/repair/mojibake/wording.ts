import type { Edit, Suspect } from '../../core/document.js';
import { mapOffset } from '../../core/edits.js';
import { smallest } from '../smallest.js';
import type { Candidate } from './candidates.js';
import { certainty } from './choose.js';
import { inWords } from './confusions.js';
import { FOREIGN, LONE, LONE_BETWEEN_WORDS } from './doubt.js';
import { STRONG } from './judge.js';

/** The name of what happened, such as `utf-8-as-gbk`: in `by` of each edit, and in the result as a whole. */
export function confusionOf({ chain }: Candidate): string {
  if (chain === '') return 'windows-1252-as-iso-8859-1';
  return chain.includes('-as-') ? chain : `utf-8-as-${chain}`;
}

/** Nats by which a repair is sure: by itself, or else because the text was misread that way elsewhere. */
export function surenessOf(candidate: Candidate): number {
  const alone = certainty(candidate);
  return alone >= STRONG ? alone : candidate.gain - candidate.rarity;
}

/** 0 to 1, of a repair that is sure by so many nats. */
export function confidenceOf(nats: number): number {
  return 1 - Math.exp(-Math.max(0, nats));
}

/** What was not done, and why not. */
export function suspectOf(candidate: Candidate, undo: readonly Edit[]): Suspect {
  const { start, end, insert, gain } = candidate;
  const what = `may be ${JSON.stringify(insert)}: ${inWords(confusionOf(candidate))}, gain ${gain.toFixed(1)}`;
  const note = `${what}, but ${doubtInWords(candidate)}`;
  return { start: mapOffset(undo, start), end: mapOffset(undo, end), by: byOf(candidate), note };
}

function doubtInWords({ doubt }: Candidate): string {
  if (doubt === LONE || doubt === LONE_BETWEEN_WORDS)
    return 'it stands alone and nothing else here was misread so';
  if (doubt === FOREIGN) return 'it is of another script than its neighbours';
  return 'that is too little to be sure';
}

/** Adds the edits of a candidate, each on the smallest stretch that was wrong. */
export function addEdits(to: Edit[], text: string, candidate: Candidate): void {
  const { words } = candidate;
  const by = byOf(candidate);
  const note = noteOf(candidate);
  if (!words) {
    addSmallest(to, text, candidate, by, note);
    return;
  }
  for (const word of words) {
    const keepsLength = word.end - word.start === word.insert.length;
    (keepsLength ? addByUnits : addSmallest)(to, text, word, by, note);
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

function addSmallest(
  to: Edit[],
  text: string,
  { start, end, insert }: Stretch,
  by: string,
  note: string,
): void {
  const edit = smallest(text, start, end, insert, by, note);
  if (edit) to.push(edit);
}

/** Of a stretch that keeps its length each run of units that changes. */
function addByUnits(to: Edit[], text: string, { start, insert }: Stretch, by: string, note: string): void {
  for (let i = 0; i < insert.length; i++) {
    const from = i;
    while (i < insert.length && text.charCodeAt(start + i) !== insert.charCodeAt(i)) i++;
    if (i === from) continue;
    const removed = text.slice(start + from, start + i);
    to.push({ start: start + from, end: start + i, removed, insert: insert.slice(from, i), by, note });
  }
}

const names = new Map<string, string>();

function byOf(candidate: Candidate): string {
  let by = names.get(candidate.chain);
  if (by === undefined) names.set(candidate.chain, (by = `mojibake/${confusionOf(candidate)}`));
  return by;
}

/** Notes by confusion, and by tenths of a nat as far as they are usual: making them takes longer than the repair. */
const notes = new Map<
  string,
  { readonly alone: (string | undefined)[]; readonly along: (string | undefined)[] }
>();
const USUAL = 3000;

/** An array that is not taken for a sparse one. */
function room(): (string | undefined)[] {
  return new Array<string | undefined>(USUAL).fill(undefined);
}

function noteOf(candidate: Candidate): string {
  let known = notes.get(candidate.chain);
  if (known === undefined) notes.set(candidate.chain, (known = { alone: room(), along: room() }));
  const isSure = certainty(candidate) >= STRONG;
  const nats = surenessOf(candidate);
  const tenths = Math.round(10 * nats);
  const kind = isSure ? known.alone : known.along;
  const note = kind[tenths] ?? evidence(confusionOf(candidate), isSure, tenths / 10);
  if (tenths < USUAL) kind[tenths] = note;
  return note;
}

function evidence(confusion: string, isSure: boolean, nats: number): string {
  const why = isSure ? 'sure by itself' : 'as elsewhere in the text';
  const confidence = Math.min(0.999, Math.floor(1000 * confidenceOf(nats)) / 1000);
  return `${inWords(confusion)}, ${why}: gain ${nats.toFixed(1)}, confidence ${confidence.toFixed(3)}`;
}
