import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BODY } from '../strip/helpers.js';
import { folder, limpia, write } from '../support/cli.js';
import { pages, ruleText } from './helpers.js';

const LISTEN = ruleText('line: { starts: Listen }', 'Listen', 'Hear');
const attempt = (root: string, id: string, ...args: string[]) =>
  limpia(['rules', 'try', id, ...args], { cwd: root });
const TOP = `Listen to this\n\n${BODY}\n`;
const RAW = pages('Listen to this', 'Listen, twice', 'Nothing', 'Wibble here');

describe('limpia rules try', () => {
  it('shows what a new rule takes, and from whom most', () => {
    const { status, stdout } = attempt(folder({ ...RAW, 'rules/a.yml': LISTEN }), 'a/one');
    expect(stdout).toMatch(
      /^new: 2 documents\n {2}0\.txt:0\n {4}- Listen to this\n {2}1\.txt:0\n {4}- Listen, twice\n\nworst: [^\n]+\n +\d\.\d % {2}\d\.txt:0\n/,
    );
    expect(stdout).toMatch(/\na\/one fires on 2 of 4 documents; against not having it: 2 new, 0 gone\n$/);
    expect(status).toBe(0);
  });

  it('shows a change against the committed form of the rule: what is new and what is gone', () => {
    const root = folder({ ...RAW, 'rules/a.yml': LISTEN });
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: root });
    git('init', '-q');
    git('add', 'rules');
    git('commit', '-qm', 'Rule');
    expect(attempt(root, 'a/one').stdout).toContain('against not having it: 2 new');
    write(root, { 'rules/a.yml': ruleText('line: [Listen to this, Wibble here]', 'Wibble here', 'Hear') });
    const { stdout } = attempt(root, 'a/one', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      rule: 'a/one',
      against: 'its committed form',
      documents: 4,
      fires: 2,
      changed: [
        { place: '1.txt:0', gone: [], come: ['Listen, twice'] },
        { place: '3.txt:0', gone: ['Wibble here'], come: [] },
      ],
    });
  }); // prettier-ignore

  it.each([
    ['never fires', { 'rules/a.yml': ruleText('line: Nowhere', 'Nowhere', 'Here') }, [], /fires on 0 of 4 documents/],
    ['is held back', { 'rules/a.yml': ruleText('line: { starts: Listen }\n    limits: { share: 0.0001 }', 'Listen', 'Hear').replace(/examples:[^]*/, "examples: [{ keep: 'x' }, { drop: 'Listen' }]") }, [], /held back by its limit on 2\n/],
    ['is guarded', { 'rules/a.yml': ruleText('block: { from: { starts: Listen }, to: end }', 'Listen', 'Hear'), 'raw/0.txt': TOP, 'raw/1.txt': TOP }, [], /its guard or position holds it back on 2 documents of which it matches a line/],
    ['comes second', { 'rules/a.yml': LISTEN, 'rules/0.yml': LISTEN }, [], /0\/one comes first and takes the same lines on 2 documents\n/],
  ])('ends with 1 when the rule %s, and says why', (_what, rules, args, message) => {
    const { status, stdout } = attempt(folder({ ...RAW, ...rules }), 'a/one', ...args);
    expect(stdout).toMatch(message);
    expect(status).toBe(1);
  }); // prettier-ignore

  it('a rule for level full wants that level', () => {
    const root = folder({ ...RAW, 'rules/a.yml': LISTEN.replace('    line', '    level: full\n    line') });
    const { status, stderr } = attempt(root, 'a/one');
    expect(stderr).toContain('add --level full');
    expect(status).toBe(1);
    expect(attempt(root, 'a/one', '--level', 'full').status).toBe(0);
  }); // prettier-ignore

  it('a keep rule fires where it keeps something', () => {
    const keep = "rules:\n  two:\n    why: x\n    keep: 'Listen, twice'\n    examples: [{ keep: 'Listen, twice' }]\n";
    const { stdout, status } = attempt(folder({ ...RAW, 'rules/a.yml': LISTEN, 'rules/b.yml': keep }), 'b/two');
    expect(stdout).toContain('gone: 1 document\n  1.txt:0\n    + Listen, twice\n');
    expect(stdout).toContain('fires on 1 of 4 documents');
    expect(status).toBe(0);
  }); // prettier-ignore

  it.each([
    ['an unknown rule', 'a/on', {}, 2, 'There is no rule a/on.\nDid you mean "a/one"?'],
    ['a rule that is off', 'a/one', { 'rules/pipeline.yml': 'off: [a]' }, 2, 'switched off in pipeline.yml'],
    ['faulty rules', 'a/one', { 'rules/b.yml': 'rulez: {}' }, 3, 'There is no "rulez" here'],
  ])('%s is refused', (_what, id, more, code, message) => {
    const { status, stderr } = attempt(folder({ ...RAW, 'rules/a.yml': LISTEN, ...more }), id);
    expect(stderr).toContain(message);
    expect(status).toBe(code);
  });

  it('takes no notice of a sample that is out of date', () => {
    const root = folder({ ...RAW, 'rules/a.yml': LISTEN });
    expect(attempt(root, 'a/one').stdout).toContain('fires on 2 of 4');
    write(root, { 'raw/4.txt': 'Listen again\n\nNothing else.\n' });
    expect(attempt(root, 'a/one').stdout).toContain('fires on 3 of 5');
  });
});
