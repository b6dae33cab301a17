import { describe, expect, it } from 'vitest';
import { type Document, NO_FIELDS } from '../src/core/document.js';
import { apply, invert } from '../src/core/edits.js';
import { type Context, type EditStage, type JudgeStage, NO_CONTEXT } from '../src/core/stage.js';
import { empty } from '../src/judge/empty.js';
import { entities } from '../src/repair/entities.js';
import { mojibake } from '../src/repair/mojibake.js';
import { unicode } from '../src/repair/unicode.js';
import { unwrap } from '../src/repair/unwrap.js';
import { whitespace } from '../src/repair/whitespace.js';

const EDIT_STAGES: readonly EditStage[] = [
  entities,
  mojibake,
  unicode,
  unwrap,
  whitespace({ keepNoBreakSpaces: false }),
];
const JUDGE_STAGES: readonly JudgeStage[] = [empty];

/** Every stage's examples are its documentation; here they are its test as well. */
describe.each(EDIT_STAGES.map(stage => [stage.id, stage] as const))('%s', (_, stage) => {
  const cases = stage.examples.map(example => [example.from, example] as const);

  it('has examples that change something and examples that do not', () => {
    expect(stage.examples.some(({ from, to }) => to !== undefined && to !== from)).toBe(true);
    expect(stage.examples.some(({ from, to }) => to === undefined || to === from)).toBe(true);
  });

  it.each(cases)('does what its example says: %j', (from, { to = from, context = {} }) => {
    const about: Context = { ...NO_CONTEXT, ...context };
    const { edits } = stage.run(from, about);
    const out = apply(from, edits);
    expect(out).toBe(to);
    expect(apply(out, invert(edits))).toBe(from);
    expect(stage.run(out, about).edits).toEqual([]);
    for (const { by } of edits) expect(by === stage.id || by.startsWith(`${stage.id}/`)).toBe(true);
  });
});

describe.each(JUDGE_STAGES.map(stage => [stage.id, stage] as const))('%s', (_, stage) => {
  it.each(stage.examples.map(example => [example.text, example] as const))(
    'judges %j',
    (text, { action }) => {
      expect(stage.judge(documentOf(text)).action).toBe(action);
    },
  );
});

function documentOf(text: string): Omit<Document, 'verdict'> {
  const origin = { path: 'a.txt', offset: 0, length: text.length };
  const source = { ownId: '', origin, charset: 'utf-8', sha256: '', text, fields: NO_FIELDS, extra: '{}' };
  const tags = { lang: 'und', score: 0, script: 'Zyyy', by: 'limpia', shares: [], paragraphs: [] };
  return { source, text, layers: [], fields: NO_FIELDS, tags, suspects: [], skipped: [] };
}
