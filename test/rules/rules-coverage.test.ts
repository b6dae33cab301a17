import { describe, expect, it } from 'vitest';
import { coverage, type RuleCoverage } from '../../src/rules/coverage.js';
import { NO_CONTEXT } from '../../src/core/stage.js';
import { BODY, compile } from '../strip/helpers.js';
import { folder, limpia } from '../support/cli.js';
import { pages, ruleText } from './helpers.js';

const EXAMPLES = "\n    examples: [{ drop: 'x' }, { keep: 'y' }]\n";
const rule = (name: string, body: string): string => `  ${name}:\n    why: x\n    ${body}${EXAMPLES}`;
const RULES = [
  'rules:\n',
  rule('fires', 'line: Print'),
  rule('never', 'line: Nowhere'),
  rule('second', 'line: { starts: Pri }'),
  rule('guarded', 'line: { text: Mail, beforeProse: false }'),
  rule('held', 'line: File\n    limits: { share: 0.0001 }'),
  rule('full', 'line: Print\n    level: full'),
  rule('mark', 'caption: { starts: Photo }'),
  rule('title', 'title: heading'),
  rule('kept', 'keep: Save'),
].join('');

describe('coverage', () => {
  const { ruleSet, diagnostics } = compile({ 'a.yml': RULES });
  const text = `The boat that came on the fifth day\nMail\n${BODY}\nPhoto: x\nFile\nPrint`;
  const document = { ...NO_CONTEXT, place: '', text, host: 'a.example' };
  const all = new Map(coverage([document, document], ruleSet, 'safe').map(one => [one.rule, one]));

  it.each<[string, Partial<RuleCoverage>]>([
    ['fires', { state: 'fires', documents: 2, hosts: 1, units: 12 }],
    ['never', { state: 'never', documents: 0 }],
    ['second', { state: 'shadowed', documents: 0 }],
    ['guarded', { state: 'guarded', documents: 0 }],
    ['held', { state: 'guarded', documents: 0, heldBack: 2 }],
    ['full', { state: 'full', documents: 0 }],
    ['mark', { state: 'fires', documents: 2, units: 0 }],
    ['title', { state: 'fires', documents: 2, units: 0 }],
    ['kept', { state: 'keep' }],
  ])('%s', (name, expected) => {
    expect(diagnostics).toEqual([]);
    expect(all.get(`a/${name}`)).toMatchObject(expected);
  });
});

describe('limpia rules coverage', () => {
  const RAW = pages('Wibble', 'Wibble', 'Nothing');
  const GOOD = { 'rules/a.yml': ruleText('line: Wibble', 'Wibble', 'Other') };

  it('tells what each rule does; one’s own that do nothing are named', () => {
    const { status, stdout } = limpia(['rules', 'coverage'], { cwd: folder({ ...RAW, ...GOOD }) });
    expect(stdout).toMatch(/^\d+ rules on 3 documents\n\nrule +documents +hosts +characters +held back\n/);
    expect(stdout).toMatch(/\na\/one +2 +0 +16\n/);
    expect(stdout).toMatch(/\nnever fire \(\d+\): any\//);
    expect(stdout).toMatch(/\nslowest, alone: \S+ \d+ ms/);
    expect(status).toBe(0);
  });

  it('ends with 1 when a rule of one’s own never fires', () => {
    const rules = { ...GOOD, 'rules/b.yml': ruleText('line: Never', 'Never', 'Other') };
    const { status, stdout } = limpia(['rules', 'coverage'], { cwd: folder({ ...RAW, ...rules }) });
    expect(stdout).toMatch(/\nnever fire \(\d+\): b\/one, and \d+ of limpia's\n/);
    expect(status).toBe(1);
  });

  it('--json has every rule', () => {
    const { stdout } = limpia(['rules', 'coverage', '--json'], { cwd: folder({ ...RAW, ...GOOD }) });
    const { documents, rules } = JSON.parse(stdout) as { documents: number; rules: RuleCoverage[] };
    expect(documents).toBe(3);
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.find(one => one.rule === 'a/one')).toMatchObject({
      documents: 2,
      units: 16,
      shipped: false,
    });
  });
});
