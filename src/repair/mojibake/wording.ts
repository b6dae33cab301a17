import type { Edit, Suspect } from '../../core/document.js';
import { mapOffset } from '../../core/edits.js';
import { smallest } from '../smallest.js';
import type { Candidate } from './candidate.js';
import { certainty } from './choose.js';
import { confusionOf, inWords } from './confusions.js';
import { FOREIGN, LONE, LONE_BETWEEN_WORDS } from './doubt.js';
import { STRONG } from './judge.js';
import { byOf, noteOf } from './notes.js';

/** Nats by which a repair is sure: by itself, or else because the text was misread that way elsewhere. */
export function surenessOf(candidate: Candidate): number {
  const alone = certainty(candidate);
  return alone >= STRONG ? alone : candidate.gain - candidate.rarity;
}

/** What was not done, and why not. */
export function suspectOf(candidate: Candidate, undo: readonly Edit[]): Suspect {
  const { start, end, insert, gain } = candidate;
  const what = `may be ${JSON.stringify(insert)}: ${inWords(confusionOf(candidate.chain))}, gain ${gain.toFixed(1)}`;
  const note = `${what}, but ${doubtInWords(candidate)}`;
  return { start: mapOffset(undo, start), end: mapOffset(undo, end), by: byOf(candidate.chain), note };
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
  const by = byOf(candidate.chain);
  const note = noteOf(candidate.chain, certainty(candidate) >= STRONG, surenessOf(candidate));
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
