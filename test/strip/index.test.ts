import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/rules/load.js';
import { compileRules } from '../../src/strip/compile.js';
import { fold } from '../../src/strip/fold.js';
import { edgeWalk } from '../../src/strip/index/edge-walk.js';
import { literalScan } from '../../src/strip/index/literal-scan.js';
import { foldUnits } from '../../src/strip/index/unit-fold.js';
import { countWords } from '../../src/strip/prose.js';

const letters = fc.constantFrom('a', 'B', 'b', 'c', 'Ñ', 'ñ', 'ſ', 's', 'İ', 'ς', '你', '😀');
const some = fc.string({ unit: letters, minLength: 1, maxLength: 5 });
const strings = fc.uniqueArray(some.map(foldUnits), { maxLength: 12 });
const texts = fc.string({ unit: letters, maxLength: 30 });

describe('literalScan', () => {
  it('finds exactly the strings that occur, in any case, where they stand', () => {
    fc.assert(
      fc.property(strings, texts, (literals, text) => {
        const found = new Set<string>();
        literalScan(literals)(text, 1, text.length, (literal, at) => found.add(`${literals[literal]} ${at}`));
        const folded = foldUnits(text);
        const expected = literals.flatMap(one =>
          Array.from({ length: folded.length }, (_, at) => at)
            .filter(at => at > 0 && folded.startsWith(one, at))
            .map(at => `${one} ${at}`),
        );
        expect([...found].sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('edgeWalk', () => {
  it.each(['start', 'end'] as const)('finds exactly the strings at the %s', edge => {
    fc.assert(
      fc.property(strings, texts, (literals, text) => {
        const found: string[] = [];
        edgeWalk(literals, edge)(text, 0, text.length, (literal, at) =>
          found.push(`${literals[literal]} ${at}`),
        );
        const folded = foldUnits(text);
        const expected = literals
          .filter(one => (edge === 'start' ? folded.startsWith(one) : folded.endsWith(one)))
          .map(one => `${one} ${edge === 'start' ? 0 : text.length - one.length}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('the index of the shipped rules', () => {
  const { ruleSet } = compileRules(loadRules('rules').files);
  const lines = ruleSet.rules
    .flatMap(({ spec }) => spec.examples)
    .flatMap(example => Object.values(example))
    .filter(value => typeof value === 'string')
    .flatMap(text => text.split('\n'))
    .filter(line => line !== '' && line.length <= 300);
  const matching = (line: string): number[] =>
    ruleSet.rules.flatMap(({ action, order }) =>
      'match' in action &&
      action.kind !== 'keep' &&
      countWords(line) <= action.match.maxWords &&
      action.match.test(line, fold(line))
        ? [order]
        : [],
    );

  it('names every rule that matches a line, whatever stands around the line', () => {
    let fired = 0;
    for (const line of lines)
      for (const form of [line, line.toUpperCase(), `${line}: »`, `– ${line}`]) {
        const expected = matching(form);
        const found = ruleSet.lines.candidates(`before\n${form}\nafter`, 7, 7 + form.length);
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(expect.arrayContaining(expected));
        fired += expected.length;
      }
    expect(fired).toBeGreaterThan(100);
  });
});
