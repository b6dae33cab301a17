import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/rules/load.js';
import { findAttacks } from '../../src/rules/attacks.js';
import { runExamples } from '../../src/rules/run-examples.js';
import { compileRules } from '../../src/strip/compile.js';
import { folder, limpia } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const rule = (examples: string, body = 'line: Share'): string =>
  `rules:\n  one:\n    why: A test.\n    ${body}\n    examples:\n${examples}`;
const GOOD = rule("      - drop: 'Share'\n      - keep: 'Share it'\n");

const test = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  limpia(['rules', 'test', ...args], { cwd: folder(files) });

/** Up to a second for each of some four hundred regular expressions. */
const LONGEST_SEARCH_MS = 900_000;

describe('the rules that limpia brings', () => {
  const { ruleSet, diagnostics } = compileRules(loadRules('no-such-folder').files);

  it('load without a fault or a warning', () => {
    expect(diagnostics).toEqual([]);
    expect(ruleSet.rules.length).toBeGreaterThan(50);
  });

  it('do what their examples say', () => {
    const { failed, examples } = runExamples(ruleSet.rules);
    expect(failed).toEqual([]);
    expect(examples).toBeGreaterThan(2 * ruleSet.rules.length);
  });

  it(
    'have no regular expression that an attack is known for',
    async () => {
      expect(await findAttacks(ruleSet.rules)).toEqual([]);
    },
    LONGEST_SEARCH_MS,
  );
});

describe('limpia rules test', () => {
  it.each([
    ['noisy', rule("      - drop: 'Share'\n      - keep: 'share'\n"), 'rules/a.yml:7:9', 'a/one  noisy: this should stay'],
    ['missing', rule("      - drop: 'Share it'\n      - keep: 'x'\n"), 'rules/a.yml:6:9', 'a/one  missing: this should have gone\n    + Share it'],
    ['wrong', rule("      - { from: 'abcd', to: 'd' }\n      - keep: 'x'\n", "prefix: 'ab'"), 'rules/a.yml:6:9', 'a/one  wrong: this became something else\n    - d\n    + cd'],
    ['todo', `${GOOD}    todo:\n      - drop: 'Share'\n`, 'rules/a.yml:9:9', 'a/one  todo: this gap is none any more'],
    ['a field', rule("      - { from: 'By Ann', to: '', fields: { byline: Bob } }\n      - keep: 'x'\n", "capture: { field: byline, line: '^By (.+)$' }"), 'rules/a.yml:6:9', '+ byline: Ann'],
    ['a caption', rule("      - { from: 'Foto: EFE', caption: 'EFE' }\n      - keep: 'x'\n", "caption: { starts: 'Foto' }"), 'rules/a.yml:6:9', '+ caption: Foto: EFE'],
  ])('%s ends with 1 and shows the place and the difference', (_what, text, place, shown) => {
    const { status, stdout } = test({ 'rules/a.yml': text });
    expect(stdout).toContain(place);
    expect(stdout).toContain(shown);
    expect(stdout).toMatch(/examples: 1 failed\n$/);
    expect(status).toBe(1);
  }); // prettier-ignore

  it('ends with 0 when all is as it should be', () => {
    const { status, stdout } = test({ 'rules/a.yml': GOOD });
    expect(stdout).toMatch(/^\d+ rules, \d+ examples: all as they should be\n$/);
    expect(status).toBe(0);
  });

  it('runs todo examples, which may fail', () => {
    const { status } = test({ 'rules/a.yml': `${GOOD}    todo:\n      - drop: 'Not yet'\n` });
    expect(status).toBe(0);
  });

  it('ends with 3 when a rule does not load, and runs the others', () => {
    const { status, stdout } = test(
      { 'rules/a.yml': GOOD, 'rules/b.yml': GOOD.replace('line:', 'lien:') },
      'a',
    );
    expect(stdout).toContain('rules/b.yml:4:5  There is no "lien" here.');
    expect(stdout).toContain('1 rule, 2 examples: all as they should be, but for what could not be loaded');
    expect(status).toBe(3);
  });

  it('ends with 3 for a regular expression with an attack, and shows it', () => {
    const slow = rule("      - drop: 'aac'\n      - keep: 'Share it'\n", "line: '^(?:a+|b)a+c$'");
    const { status, stdout } = test({ 'rules/a.yml': slow }, 'a');
    expect(stdout).toMatch(
      /rules\/a\.yml:4:11 {2}This regular expression takes 2nd degree polynomial time\.\n.*\n.*\n +On a text such as 'a'/,
    );
    expect(status).toBe(3);
  });

  it.each([
    ['a rule', 'x/a/one', '1 rule, 2 examples'],
    ['a file', 'x/a', '1 rule, 2 examples'],
    ['a folder', 'x', '2 rules, 4 examples'],
  ])('runs %s by its id', (_what, id, shown) => {
    const { status, stdout } = test(
      { 'rules/x/a.yml': GOOD, 'rules/x/b.yml': GOOD, 'rules/y.yml': GOOD },
      id,
    );
    expect(stdout).toContain(`${shown}: all`);
    expect(status).toBe(0);
  });

  it('ends with 2 for an id that there is none of, and suggests one', () => {
    const { status, stderr } = test({ 'rules/x/a.yml': GOOD }, 'x/a/on');
    expect(stderr).toContain('There is no rule x/a/on.\nDid you mean "x/a/one"?');
    expect(status).toBe(2);
  });

  it('ends with 3 when the folder that was named is not there', () => {
    expect(test({}, '--rules', 'nowhere').status).toBe(3);
  });

  it('--json gives the same as data', () => {
    const { status, stdout } = test(
      { 'rules/a.yml': rule("      - drop: 'Share it'\n      - keep: 'x'\n") },
      'a',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      rules: 1,
      examples: 2,
      failed: [{ rule: 'a/one', what: 'missing', file: 'rules/a.yml', line: 6, column: 9, text: 'Share it' }],
      diagnostics: [],
    });
    expect(status).toBe(1);
  });

  it('a user’s rule takes the place of the shipped one of its id', () => {
    const id = 'any/ads/label';
    const mine = GOOD.replace('one:', 'label:');
    const { stdout } = test({ 'rules/any/ads.yml': mine }, id);
    expect(stdout).toContain('1 rule, 2 examples');
    expect(limpia(['rules', 'test', id], { cwd: ROOT }).stdout).not.toContain('1 rule, 2 examples');
  });
});
