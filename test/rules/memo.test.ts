import { expect, it } from 'vitest';
import { loadRules } from '../../src/rules/load.js';
import { compileRules } from '../../src/strip/compile.js';
import { knownRules, learnRules, ruleFiles } from '../../src/strip/rule-memo.js';
import type { Rule } from '../../src/strip/rule.js';

const told = ({ id, action, langs, hosts, position, level, share, spec, at }: Rule): unknown => ({
  id,
  kind: action.kind,
  keys: 'match' in action ? action.match.keys : [],
  scope: [langs, hosts, position, level, share],
  spec,
  place: at([], 'here'),
});

it('rules that are known already compile to what they are when read, with the same places', () => {
  const { files } = loadRules('');
  expect(files.filter(({ text }) => ruleFiles.recall(text))).toEqual([]);
  const read = compileRules(files);
  // As a thread and a later process are told.
  learnRules(JSON.parse(JSON.stringify(knownRules())) as ReturnType<typeof knownRules>);
  expect(files.filter(({ text }) => !ruleFiles.recall(text))).toEqual([]);
  const known = compileRules(files);
  expect(known.diagnostics).toEqual(read.diagnostics);
  expect(known.ruleSet.rules.map(told)).toEqual(read.ruleSet.rules.map(told));
});

it('a file with a fault is reported each time', () => {
  const files = [
    {
      path: 'x.yml',
      shipped: false,
      text: 'rules: {a: {line: "^(a+)+$", examples: [{drop: a}, {keep: b}]}}\n',
    },
  ];
  const faults = [compileRules(files), compileRules(files)].map(({ diagnostics }) => diagnostics.length);
  expect(faults).toEqual([1, 1]);
});
