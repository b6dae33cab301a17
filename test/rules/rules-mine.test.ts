import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Mined, mine } from '../../src/rules/mine.js';
import { minedYaml } from '../../src/rules/mined-yaml.js';
import { runExamples } from '../../src/rules/run-examples.js';
import type { Tried } from '../../src/rules/try.js';
import { NO_CONTEXT } from '../../src/core/stage.js';
import { BODY, compile, ruleFile } from '../strip/helpers.js';
import { folder, limpia } from '../support/cli.js';
import { pages } from './helpers.js';

const { ruleSet } = compile({ 'a.yml': ruleFile('line: Share this page') });
const page = (furniture: string, host = 'a.example'): Tried => ({
  place: '',
  text: `${BODY}\n${furniture}`,
  lang: 'eng',
  host,
  fields: NO_CONTEXT.fields,
});
const mined = (sample: readonly Tried[], most = 9): Mined[] =>
  mine(sample, ruleSet, 'safe', { minDocuments: 3, most });
const texts = (found: readonly Mined[]): string[] =>
  found.map(({ lines }) => lines.map(line => line.example).join('|'));
const times = (n: number, make: (i: number) => Tried): Tried[] => Array.from({ length: n }, (_, i) => make(i)); // prettier-ignore

describe('what is mined', () => {
  it('a line of three documents, with hosts and language; not of two', () => {
    const sample = [...times(3, i => page('Print it', `${i}.example`)), ...times(2, () => page('Mail it'))];
    expect(mined(sample)).toMatchObject([
      { lines: [{ example: 'Print it', varies: false }], documents: 3, lang: 'eng', hosts: ['0.example', '1.example', '2.example'] },
    ]);
  }); // prettier-ignore

  it('no line that a rule takes out, no prose, no line twice for one document', () => {
    expect(mined(times(3, () => page('Share this page')))).toEqual([]);
    expect(mined([page('Print it\nPrint it\nPrint it')])).toEqual([]);
  });

  it('lines that differ in their numbers are one', () => {
    expect(mined(times(3, i => page(`${i + 2} replies`)))).toMatchObject([
      { lines: [{ example: '2 replies', varies: true }], documents: 3 },
    ]);
  });

  it('lines that nearly always stand together are a block', () => {
    const sample = [
      ...times(3, () => page('Print it\nMail it\nFile it')),
      ...times(3, () => page('Read it')),
    ];
    expect(texts(mined(sample)).sort()).toEqual(['Print it|Mail it|File it', 'Read it']);
  });

  it('lines that often stand apart are not', () => {
    const sample = [...times(3, () => page('Print it\nMail it')), ...times(3, () => page('Print it'))];
    expect(texts(mined(sample)).sort()).toEqual(['Mail it', 'Print it']);
  });

  it('the neighbours of known cruft come first, and rules with like texts are named', () => {
    const sample = [
      ...times(3, () => page('Print it')),
      ...times(3, () => page('Share that page\nShare this page')),
    ];
    const [first, second] = mined(sample);
    expect(first).toMatchObject({ nearCruft: 1, nearest: 'a/one', nearestText: 'share this page' });
    expect(second).toMatchObject({ nearCruft: 0, nearest: '' });
    expect(texts(mined(sample, 1))).toEqual(['Share that page']);
  });
});

describe('lines that repeat on a host', () => {
  const site = (i: number, foot: string): Tried => ({
    ...page(foot),
    text: `${BODY.replaceAll('.', ` ${'abcdefghijkl'[i] ?? ''}.`)}\nThe whole back catalogue\n${foot}`,
    place: `site/${i}.txt:0`,
  });
  const sample = times(12, i => site(i, i % 3 === 0 ? 'Printed on the river' : 'Nothing else'));

  it('need no rule where runs look for them', () => {
    const found = (repeat: string): string[] => {
      const rules = compile({ 'a.yml': ruleFile('line: Share this page'), 'b.yml': ruleFile(repeat) });
      return texts(mine(sample, rules.ruleSet, 'safe', { minDocuments: 3, most: 9 }));
    };
    expect(found('line: Another one')).toContain('The whole back catalogue');
    expect(found('repeat: {}')).toEqual(['Printed on the river']);
    expect(found('repeat: { foot: true }')).toEqual([]);
    // On a host with fewer documents nothing is taken out as repeated.
    expect(found('repeat: { documents: 20 }')).toContain('The whole back catalogue');
  });

  it('limpia rules mine leaves them out, unless repeat is off', () => {
    const raw = Object.fromEntries(sample.map(({ text }, i) => [`raw/site/${i}.txt`, text]));
    const proposed = (settings: string): string =>
      limpia(['rules', 'mine'], { cwd: folder({ ...raw, 'rules/pipeline.yml': settings }) }).stdout;
    expect(proposed('')).not.toContain('The whole back catalogue');
    expect(proposed('repeat: {on: false}')).toContain('The whole back catalogue');
  });
});

describe('the YAML that is proposed', () => {
  it('loads, and its rules do what they say', () => {
    const furniture = ['Print it', '12 replies', 'A: b', "'Tis", '# 1', '^Top', 'Top$', 'Print it!', '打印', 'line', 'One\nTwo'];
    const yaml = minedYaml(mined(furniture.flatMap(text => times(3, () => page(text))), 50), 'a header');
    const { ruleSet: rules, diagnostics } = compile({ 'mined.yml': yaml });
    expect(diagnostics).toEqual([]);
    expect(rules.rules).toHaveLength(furniture.length);
    expect(runExamples(rules.rules).failed).toEqual([]);
    expect(yaml).toContain('# a header\n');
    expect(yaml).toContain('why: Stands on 3 documents of a.example.\n    host: [a.example]\n');
  }); // prettier-ignore
});

describe('limpia rules mine', () => {
  const RAW = pages('Wibble this', 'Wibble this', 'Wibble this', 'Wobble');

  it('writes a file of rules that can be tried at once', () => {
    const root = folder(RAW);
    const { status, stdout, stderr } = limpia(['rules', 'mine'], { cwd: root });
    expect(stderr).toContain('4 documents: 1 proposal for lines on 3 or more');
    expect(status).toBe(0);
    const file = join(root, 'rules/mined.yml');
    expect(limpia(['rules', 'new', 'mined/first', '--drop', 'x'], { cwd: root }).status).toBe(0);
    writeFileSync(file, stdout);
    expect(limpia(['rules', 'try', 'mined/wibble-this'], { cwd: root }).stdout).toContain('fires on 3 of 4');
    expect(readFileSync(file, 'utf8')).toContain("line: 'Wibble this'");
  });

  it('an empty file of rules, as the shell makes one before limpia starts, is none', () => {
    const root = folder({ ...RAW, 'rules/mined.yml': '' });
    expect(limpia(['rules', 'mine'], { cwd: root }).stdout).toContain('wibble-this:');
  });

  it('--json and --min-documents', () => {
    const { stdout } = limpia(['rules', 'mine', '--json', '--min-documents', '1'], { cwd: folder(RAW) });
    const { documents, proposals } = JSON.parse(stdout) as { documents: number; proposals: Mined[] };
    expect(documents).toBe(4);
    expect(texts(proposals)).toEqual(['Wibble this', 'Wobble']);
  });

  it('says when there is nothing', () => {
    expect(limpia(['rules', 'mine'], { cwd: folder(pages('One')) })).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '1 document: nothing for lines on 3 or more that neither a rule nor repeat takes out\n',
    });
  });

  it('ends with 4 when there is nothing to read', () => {
    expect(limpia(['rules', 'mine', 'nowhere'], { cwd: folder() }).status).toBe(4);
  });
});
