import type { Fields } from '../core/document.js';
import { apply, mapOffset } from '../core/edits.js';
import type { Context, EditStage, Mark } from '../core/stage.js';

/** Passes after which a stage must have come to rest. */
const MAX_PASSES = 4;

export interface Converged {
  readonly text: string;
  readonly fields: Fields;
  readonly marks: readonly Mark[];
  readonly passes: number;
}

/** Runs a stage until it changes nothing, at most four times. */
export function converge(stage: EditStage, from: string, context: Context): Converged {
  let text = from;
  let fields = context.fields;
  let marks: Mark[] = [];
  for (let passes = 1; ; passes++) {
    const result = stage.run(text, { ...context, fields });
    text = apply(text, result.edits);
    marks = marks.map(mark => ({
      ...mark,
      start: mapOffset(result.edits, mark.start),
      end: mapOffset(result.edits, mark.end),
    }));
    for (const mark of result.marks ?? [])
      if (!marks.some(({ start }) => start === mark.start)) marks.push(mark);
    for (const [name, value] of Object.entries(result.fields ?? {}))
      if (fields[name as keyof Fields] === '') fields = { ...fields, [name]: value };
    if (result.edits.length === 0 || passes === MAX_PASSES) return { text, fields, marks, passes };
  }
}
