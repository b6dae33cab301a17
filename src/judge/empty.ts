import { type Document, KEEP } from '../core/document.js';
import type { JudgeStage } from '../core/stage.js';

/** Rules that are named as evidence; a page has rarely more. */
const NAMED = 5;

/** Drops a document that has no text left once the page around it is gone, by the rule that took most of it. */
export const empty: JudgeStage = {
  id: 'empty',
  version: 2,
  judge: document => {
    if (document.text !== '') return KEEP;
    const takers = takersOf(document);
    const named = takers.slice(0, NAMED).map(([by, units]) => `${by} took ${units}`);
    const more = takers.length > NAMED ? [`${takers.length - NAMED} more the rest`] : [];
    const left = `nothing is left of ${document.source.text.length} UTF-16 units`;
    return {
      action: 'drop',
      reason: 'empty',
      by: takers[0]?.[0] ?? 'empty',
      evidence: [left, [...named, ...more].join(', ')].filter(Boolean).join(': '),
    };
  },
  examples: [
    { text: 'A sentence.', action: 'keep' },
    { text: '', action: 'drop' },
  ],
};

/** Who took text away, and how much (UTF-16 units), the greatest part first. */
function takersOf({ layers }: Pick<Document, 'layers'>): [by: string, units: number][] {
  const units = new Map<string, number>();
  for (const { by, removed, insert } of layers.flatMap(({ edits }) => edits))
    if (removed.length > insert.length) units.set(by, (units.get(by) ?? 0) + removed.length - insert.length);
  return [...units].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
