import type { Edit, Suspect } from '../../core/document.js';
import { mapOffset } from '../../core/edits.js';
import { smallest } from '../smallest.js';
import type { Candidate } from './candidates.js';

export function confusionOf({ chain }: Candidate): string {
  if (chain === '') return 'windows-1252-as-iso-8859-1';
  return chain.includes('-as-') ? chain : `utf-8-as-${chain}`;
}

export function suspectOf(candidate: Candidate, undo: readonly Edit[]): Suspect {
  const { start, end, insert, gain } = candidate;
  const note = `may be ${JSON.stringify(insert)}, gain ${gain.toFixed(1)}`;
  return {
    start: mapOffset(undo, start),
    end: mapOffset(undo, end),
    by: `mojibake/${confusionOf(candidate)}`,
    note,
  };
}

export function editOf(text: string, candidate: Candidate): Edit | undefined {
  const { start, end, insert, gain } = candidate;
  return smallest(text, start, end, insert, byOf(candidate), noteOf(gain));
}

const names = new Map<string, string>();

function byOf(candidate: Candidate): string {
  let by = names.get(candidate.chain);
  if (by === undefined) names.set(candidate.chain, (by = `mojibake/${confusionOf(candidate)}`));
  return by;
}

/** Notes of tenths of a nat, as far as they are usual: making them takes longer than the repair. */
const notes: string[] = [];
const USUAL = 5000;

function noteOf(gain: number): string {
  const tenths = Math.round(10 * gain);
  if (tenths >= USUAL) return `gain ${gain.toFixed(1)}`;
  return (notes[tenths] ??= `gain ${(tenths / 10).toFixed(1)}`);
}
