import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert } from '../../src/core/edits.js';
import { type Context, NO_CONTEXT } from '../../src/core/stage.js';
import { loadRules } from '../../src/rules/load.js';
import { compileRules } from '../../src/strip/compile.js';
import { converge } from '../../src/strip/converge.js';
import { stripStage } from '../../src/strip/stage.js';
import { BODY, PROSE } from './helpers.js';

const { files } = loadRules('no-such-folder');
const { ruleSet } = compileRules(files);
const stage = stripStage(ruleSet);

/** What rules are about, taken from their own examples, among prose and noise. */
const examples = ruleSet.rules.flatMap(({ spec }) =>
  spec.examples.map(one => ('drop' in one ? one.drop : 'keep' in one ? one.keep : one.from)),
);
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...examples) },
  { weight: 4, arbitrary: fc.constantFrom(...PROSE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\u2028', '\ud800', 'Share', 'ab '.repeat(300)) },
);
const page = fc.array(line, { maxLength: 25 }).map(lines => lines.join('\n'));
const context = fc
  .record({ level: fc.constantFrom('safe', 'full'), lang: fc.constantFrom('eng', 'spa', 'und', 'cmn') })
  .map((about): Context => ({ ...NO_CONTEXT, ...about }));

describe('the shipped rules on any page', () => {
  it('never throw, and every pass can be undone', () => {
    fc.assert(
      fc.property(page, context, (text, about) => {
        const { edits, marks = [] } = stage.run(text, about);
        const out = apply(text, edits);
        expect(apply(out, invert(edits))).toBe(text);
        for (const { start, end } of marks) {
          expect(start).toBeLessThan(end);
          expect(out.slice(start, end)).not.toContain('\n');
          expect(end).toBeLessThanOrEqual(out.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come to rest, and leave what is clean alone', () => {
    fc.assert(
      fc.property(page, context, (text, about) => {
        const { text: out, passes, fields } = converge(stage, text, about);
        if (passes < 4) expect(stage.run(out, { ...about, fields }).edits).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('take nothing but white space where nothing matches', () => {
    expect(stage.run(BODY, { ...NO_CONTEXT, lang: 'eng' }).edits).toEqual([]);
  });

  it.each([
    ['one line of spaces', ' '.repeat(1 << 20)],
    ['one line of words', 'word '.repeat(1 << 18)],
    ['lines of one letter', 'a\n'.repeat(1 << 17)],
    ['one long word', 'a'.repeat(1 << 20)],
    ['signs', '.,;:-_()[]/|'.repeat(1 << 16)],
    ['what rules look for', `${examples.join(' ')}\n`.repeat(20)],
    ['lines of it', `${examples.join('\n')}\n`.repeat(20)],
  ])('answer within the test’s time for %s', (_what, text) => {
    const { edits } = stage.run(text, { ...NO_CONTEXT, lang: 'eng', level: 'full' });
    expect(apply(apply(text, edits), invert(edits))).toBe(text);
  });
});
