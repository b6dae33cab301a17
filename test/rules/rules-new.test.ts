import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandName } from '../../src/report/command-name.js';
import { addRule, type Wanted } from '../../src/rules/scaffold.js';
import { runExamples } from '../../src/rules/run-examples.js';
import { compile } from '../strip/helpers.js';
import { folder, limpia } from '../support/cli.js';

const ONE: Wanted = {
  id: 'en/app/listen',
  why: 'A test.',
  drop: ['Listen now'],
  keep: ['Listen'],
  to: 'end',
};
const LONG = 'We use cookies and tools like them to show you what you like. '.repeat(6).trim();

describe('the rule that a line asks for', () => {
  it.each([
    ['a line', {}, `line: 'Listen now'`],
    ['two lines', { drop: ['Listen now', 'Listen later'] }, `line:\n      - 'Listen now'\n      - 'Listen later'`],
    ['a line with numbers', { drop: ['4 of 12 (read)'] }, String.raw`line: '^\d{1,12} of \d{1,12} \(read\)$'`],
    ['a line that looks like a regex', { drop: ['Only 5.00$'] }, String.raw`line: '^Only \d{1,12}\.\d{1,12}\$$'`],
    ['a line with a quote and a colon', { drop: ["It's: now"] }, `line: 'It''s: now'`],
    ['a block', { drop: ['More here\nAnd there'] }, `block: { from: 'More here', to: end }`],
    ['a block of some lines', { drop: ['More\nx\ny'], to: { lines: 3 } }, `block: { from: 'More', to: { lines: 3 } }`],
    ['a long line', { drop: [LONG] }, `line: { starts: 'We use cookies and tools like them to show you what you', long: true }`],
    ['a sentence to keep, where none is given', { keep: [] }, `- keep: 'Listen now — so it stood there`],
  ] as const)('%s', (_what, wanted, yaml) => {
    const text = addRule(undefined, { ...ONE, ...wanted }, '');
    expect(text).toContain(yaml);
    const { ruleSet, diagnostics } = compile({ 'en/app.yml': text });
    expect(diagnostics).toEqual([]);
    expect(ruleSet.rules.map(({ id, langs }) => [id, langs])).toEqual([['en/app/listen', ['eng']]]);
    const { failed } = runExamples(ruleSet.rules);
    expect(failed).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['en/app/listen', 'lang: [en]\nrules:'],
    ['any/app/listen', 'rules:'],
    ['own/listen', 'rules:'],
    ['sites/example.com/listen', 'host: [example.com]\nrules:'],
  ])('%s: its folder is its scope', (id, start) => {
    expect(addRule(undefined, { ...ONE, id }, '').startsWith(start)).toBe(true);
  });

  it('what stands in the file stays, comments too', () => {
    const old = `# Ours.\nlang: [en]\nrules:\n  first: # why not\n    why: x\n    line: '^a\\d$'\n`;
    const text = addRule(old, ONE, 'not again');
    expect(text.startsWith(old)).toBe(true);
    expect(text).not.toContain('not again');
  });
});

describe('limpia rules new', () => {
  const files = { 'rules/pipeline.yml': '' };

  it('writes a rule that works, says where, and what to do next', () => {
    const root = folder(files);
    const { status, stdout } = limpia(['rules', 'new', 'en/app/listen', '--drop', 'More here\\nAnd there', '--why', 'An advert.'], { cwd: root });
    expect(stdout).toBe(`rules/en/app.yml: en/app/listen\n1 rule, 2 examples: all as they should be\nNext: ${commandName()} rules try en/app/listen\n`);
    expect(status).toBe(0);
    expect(readFileSync(join(root, 'rules/en/app.yml'), 'utf8')).toContain('why: An advert.');
    expect(limpia(['rules', 'test', 'en/app'], { cwd: root }).status).toBe(0);
  }); // prettier-ignore

  it('ends with 1 when the examples contradict each other, and writes it all the same', () => {
    const root = folder(files);
    const { status, stdout } = limpia(['rules', 'new', 'a/b', '--drop', 'Share', '--keep', 'share', '--json'], { cwd: root });
    expect(JSON.parse(stdout)).toMatchObject({ rule: 'a/b', file: 'rules/a.yml', failed: [{ what: 'noisy', line: 7 }] });
    expect(status).toBe(1);
    expect(existsSync(join(root, 'rules/a.yml'))).toBe(true);
  }); // prettier-ignore

  it.each([
    ['no id', ['listen'], {}, 2, '"listen" is no id of a rule'],
    ['an id that leads out of the folder', ['../a/b'], {}, 2, 'is no id of a rule'],
    ['a rule that is there', ['a/b'], { 'rules/a.yaml': addRule(undefined, { ...ONE, id: 'a/b' }, '') }, 2, 'rules/a.yaml has a rule a/b already'],
    ['a file with faults', ['a/b'], { 'rules/a.yml': 'rulez: {}' }, 3, 'There is no "rulez" here'],
    ['a block that ends nowhere', ['a/b', '--to', 'stop'], {}, 2, 'end, blank or a number of lines'],
  ])('%s is refused, and nothing is written', (_what, args, more, code, message) => {
    const root = folder({ ...files, ...more });
    const { status, stderr } = limpia(['rules', 'new', ...args, '--drop', 'Share'], { cwd: root });
    expect(stderr).toContain(message);
    expect(status).toBe(code);
    expect(existsSync(join(root, 'rules/a.yml'))).toBe('rules/a.yml' in more);
  }); // prettier-ignore

  it('says when the rule takes the place of one of limpia’s own', () => {
    const { stderr } = limpia(['rules', 'new', 'any/ads/label', '--drop', 'Ad'], { cwd: folder(files) });
    expect(stderr).toContain("takes the place of limpia's own rule any/ads/label");
  });
});
