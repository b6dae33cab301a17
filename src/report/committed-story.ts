import type { Committed } from '../restore/committed.js';
import { apply } from '../core/edits.js';
import { type Story, storyOfRecord, type Told } from './story.js';

/** Stages that only the whole corpus can run: what they took is no part of a document's own story. */
const OF_THE_CORPUS = new Set(['repeat', 'duplicates']);

/**
 * The story of a record that was cleaned just now, completed by what the corpus decided on it, where the output was
 * written under the same rules and settings; else with a remark that it was not.
 */
export function asCommitted(story: Told, { id, found }: Committed, output: string): Story {
  const known = storyOfRecord(found);
  const old = {
    ...story,
    id,
    remark: `${output} holds it as other rules or settings made it: run limpia clean again`,
  };
  if (known.fate === 'rejected') return old;
  if (known.fate === 'dropped') return story.fate === 'dropped' ? { ...story, id } : old;
  const late = known.layers.findIndex(({ stage }) => OF_THE_CORPUS.has(stage));
  const own = late < 0 ? known.layers : known.layers.slice(0, late);
  const text = own.reduce((before, { edits }) => apply(before, edits), known.original);
  const isSame = story.fate === 'kept' && text === story.text && own.length === story.layers.length;
  return isSame ? { ...known, skipped: story.skipped, accepted: story.accepted } : old;
}
