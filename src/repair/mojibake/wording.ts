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
  return smallest(text, start, end, insert, `mojibake/${confusionOf(candidate)}`, `gain ${gain.toFixed(1)}`);
}
