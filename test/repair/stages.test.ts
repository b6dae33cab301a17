import { describe, expect, it } from 'vitest';
import { apply, invert } from '../../src/core/edits.js';
import { type EditStage, NO_CONTEXT } from '../../src/core/stage.js';
import { entities } from '../../src/repair/entities.js';
import { mojibake } from '../../src/repair/mojibake.js';
import { unicode } from '../../src/repair/unicode.js';
import { whitespace } from '../../src/repair/whitespace.js';

const STAGES: readonly EditStage[] = [
  entities,
  mojibake,
  unicode,
  whitespace({ keepNoBreakSpaces: false }),
  whitespace({ keepNoBreakSpaces: true }),
];

describe.each(STAGES)('$id', stage => {
  it.each(stage.examples)('example $from', ({ from, to = from, context }) => {
    const about = { ...NO_CONTEXT, ...context };
    const { edits } = stage.run(from, about);
    const out = apply(from, edits);
    expect(out).toBe(to);
    expect(apply(out, invert(edits))).toBe(from);
    expect(stage.run(out, about).edits).toEqual([]);
  });
});
