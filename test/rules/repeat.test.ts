import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExamples } from '../../src/rules/run-examples.js';
import { repeatsIn, type Stripped } from '../../src/rules/sample-repeats.js';
import { repeatRules } from '../../src/strip/repeat-rules.js';
import { NO_CONTEXT } from '../../src/core/stage.js';
import { compile, PROSE, ruleFile } from '../strip/helpers.js';
import { folder, limpia, lines } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const BOX = 'Win a day at sea';

/** Prose that no two pages share, and lines in its midst. */
function text(n: number, extra: readonly string[]): string {
  const own = PROSE.map(line => line.replaceAll(' the ', ` the ${'abcdefghijklmnopqrst'.charAt(n)} `));
  return [...own.slice(0, 2), ...extra, ...own.slice(2)].join('\n');
}

/** Pages of a host; the first of them hold the box. */
function host(count: number, holding: number, site = 'a.example', lang = 'eng'): Stripped[] {
  return Array.from({ length: count }, (_, n) => {
    const fields = { ...NO_CONTEXT.fields, url: `https://${site}/${n}` };
    const own = text(n, n < holding ? [BOX] : []);
    return { document: { place: `${n}`, text: own, lang, host: site, fields }, text: own, title: '' };
  });
}

/** On how many documents each rule takes lines; a limit that holds one back is told with a minus. */
function taken(
  files: Readonly<Record<string, string>>,
  sample: readonly Stripped[],
  accept: readonly string[] = [],
): Record<string, number> {
  const { ruleSet, diagnostics } = compile(files, { accept });
  expect(diagnostics).toEqual([]);
  const counts: Record<string, number> = {};
  for (const { edits, skipped } of repeatsIn(sample, repeatRules(ruleSet, 'safe')))
    for (const by of new Set([...edits.map(one => one.by), ...skipped.map(one => `-${one.by}`)]))
      counts[by] = (counts[by] ?? 0) + 1;
  return counts;
}

const rule = (body: string, about = ''): Record<string, string> => ({ 'a.yml': ruleFile(body, about) });

describe('a rule of kind repeat', () => {
  it.each([
    ['half of eight documents', 'repeat: {}', 8, 4, 4],
    ['fewer than half', 'repeat: {}', 9, 4, 0],
    ['fewer documents than eight', 'repeat: {}', 7, 7, 0],
    ['hosts of fewer documents, where it says so', 'repeat: { documents: 5 }', 5, 3, 3],
    ['a smaller share', 'repeat: { share: 0.2 }', 20, 4, 4],
    ['a share of which binary fractions make more', 'repeat: { share: 0.55 }', 20, 11, 11],
    ['but three documents at least', 'repeat: { share: 0.1 }', 10, 2, 0],
    ['or as many as it says', 'repeat: { share: 0, lines: 5 }', 20, 4, 0],
    ['a larger share', 'repeat: { share: 0.9 }', 10, 8, 0],
    ['elsewhere than at the foot', 'repeat: { foot: true }', 8, 8, 0],
    ['in its position', 'position: body\nrepeat: {}', 8, 8, 8],
    ['in another position', 'position: tail\nrepeat: {}', 8, 8, 0],
    ['other languages', 'lang: [es]\nrepeat: {}', 8, 8, 0],
    ['other hosts', 'host: [b.example]\nrepeat: {}', 8, 8, 0],
    ['subdomains of its host', 'host: [example]\nrepeat: {}', 8, 8, 8],
    ['at another level', 'level: full\nrepeat: {}', 8, 8, 0],
  ])('%s', (_what, body, documents, holding, times) => {
    expect(taken(rule(body), host(documents, holding))).toEqual(times === 0 ? {} : { 'a/one': times });
  });

  it('is held back by its limits, and gives way to keep rules and accept.txt', () => {
    const sample = host(8, 8);
    expect(taken(rule('limits: { share: 0.01 }\nrepeat: {}'), sample)).toEqual({ '-a/one': 8 });
    expect(taken({ ...rule('repeat: {}'), 'k.yml': ruleFile(`keep: ${BOX}`) }, sample)).toEqual({});
    const elsewhere = ruleFile(`host: [b.example]\nkeep: ${BOX}`);
    expect(taken({ ...rule('repeat: {}'), 'k.yml': elsewhere }, sample)).toEqual({ 'a/one': 8 });
    expect(taken(rule('repeat: {}'), sample, [BOX])).toEqual({});
  });

  it('for a host takes the place of those for any, looser or stricter', () => {
    const [any, own] = [ruleFile('repeat: {}'), (body: string) => ruleFile(body, 'host: [b.example]\n')];
    const sample = [...host(10, 6), ...host(10, 6, 'b.example')];
    const files = (body: string): Record<string, string> => ({ 'any.yml': any, 'b.yml': own(body) });
    expect(taken(files('repeat: { share: 0.9 }'), sample)).toEqual({ 'any/one': 6 });
    expect(taken(files('repeat: { share: 0.3 }'), sample)).toEqual({ 'any/one': 6, 'b/one': 6 });
    const rare = [...host(10, 4), ...host(10, 4, 'b.example')];
    expect(taken(files('repeat: { share: 0.3 }'), rare)).toEqual({ 'b/one': 4 });
  });

  it('of two for the same line the first takes it', () => {
    const files = { 'a.yml': ruleFile('repeat: { share: 0.9 }'), 'b.yml': ruleFile('repeat: {}') };
    expect(taken(files, host(8, 8))).toEqual({ 'a/one': 8 });
    expect(taken(files, host(8, 6))).toEqual({ 'b/one': 6 });
  });
});

const EXAMPLES = (examples: string, body = 'repeat: { documents: 10, share: 0.3 }'): string =>
  `rules:\n  one:\n    why: A test.\n    ${body}\n    examples:\n${examples}`;

describe('its examples', () => {
  it.each([
    ['as often as it takes', "      - { drop: Box, on: 3 of 10 }\n      - { keep: Box, on: 2 of 10 }\n", []],
    ['on all documents, where nothing is said', '      - drop: Box\n      - keep: A line that reads like a sentence stays.\n', []],
    ['too rare', '      - { drop: Box, on: 2 of 10 }\n      - { keep: Box, on: 1 of 10 }\n', ['missing']],
    ['on too small a host', '      - { drop: Box, on: 9 of 9 }\n      - { keep: Box, on: 1 of 10 }\n', ['missing']],
    ['noisy', '      - { drop: Box, on: 3 of 10 }\n      - { keep: Box, on: 4 of 10 }\n', ['noisy']],
    ['a part', "      - { from: \"Box\\n* * *\", to: '* * *', on: 3 of 10 }\n      - { keep: Box, on: 2 of 10 }\n", []],
    ['on its host', '      - { drop: Box, on: 3 of 10, host: a.example }\n      - { keep: Box, on: 2 of 10 }\n', []],
  ])('%s', (_what, examples, failures) => {
    const { ruleSet, diagnostics } = compile({ 'a.yml': EXAMPLES(examples) });
    expect(diagnostics).toEqual([]);
    expect(runExamples(ruleSet.rules).failed.map(({ what }) => what)).toEqual(failures);
  }); // prettier-ignore

  it.each([
    ['more than there are', '      - { drop: Box, on: 9 of 8 }\n', 'There are no 9 documents among 8.', 6],
    ['in other words', '      - { drop: Box, on: most }\n', 'as in "5 of 8"', 6],
    ['a host too small for its lines', '      - { drop: Box, on: 8 of 8 }\n', 'A line on 9 documents', 4],
  ])('%s', (what, examples, message, line) => {
    const body = what.startsWith('a host') ? 'repeat: { documents: 8, lines: 9 }' : 'repeat: {}';
    const { diagnostics } = compile({ 'a.yml': EXAMPLES(`${examples}      - keep: Other\n`, body) });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ message: expect.stringContaining(message) as string, line });
  });

  it('are right in the README', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, yaml = ''] = /```yaml\n(# rules\/sites\/gazette\.yml\n[^]*?)```/.exec(readme) ?? [];
    const { ruleSet, diagnostics } = compile({ 'sites/gazette.yml': yaml });
    expect(diagnostics).toEqual([]);
    expect(runExamples(ruleSet.rules)).toMatchObject({ rules: 1, examples: 3, failed: [] });
  });

  it('of other kinds do not say how often lines stand', () => {
    const file = EXAMPLES('      - { drop: Box, on: 3 of 10 }\n      - keep: Other\n', 'line: Box');
    expect(compile({ 'a.yml': file }).diagnostics[0]?.message).toContain('does not ask');
  });
});

describe('the commands', () => {
  const own = EXAMPLES(
    '      - { drop: Box, on: 3 of 10 }\n      - { keep: Box, on: 2 of 10 }\n',
    'repeat: { documents: 6, share: 0.3 }',
  );
  const raw = Object.fromEntries(
    Array.from({ length: 6 }, (_, n) => [`raw/gazette/${n}.txt`, `${text(n, n < 3 ? [BOX] : [])}\n`]),
  );
  const prepare = (): string => folder({ ...raw, 'rules/sites/gazette.yml': `host: [gazette]\n${own}` });

  it('try and coverage count over the documents that they look at', () => {
    const root = prepare();
    const tried = limpia(['rules', 'try', 'sites/gazette/one'], { cwd: root });
    expect(tried.stdout).toContain('fires on 3 of 6 documents; against not having it: 3 new, 0 gone');
    expect(tried.stdout).toContain(`- ${BOX}`);
    expect(tried.status).toBe(0);
    const { stdout } = limpia(['rules', 'coverage', '--json'], { cwd: root });
    const { rules } = JSON.parse(stdout) as { rules: { rule: string }[] };
    expect(rules.find(({ rule }) => rule === 'sites/gazette/one')).toMatchObject({
      documents: 3,
      hosts: 1,
      units: 3 * (BOX.length + 1),
      state: 'fires',
    });
    expect(rules.find(({ rule }) => rule === 'repeat/common')).toMatchObject({ state: 'never' });
  });

  it('try names what keeps lines from it, and who comes first', () => {
    const withMore = (more: Readonly<Record<string, string>>): string => {
      const here = folder({ ...raw, 'rules/sites/gazette.yml': `host: [gazette]\n${own}`, ...more });
      return limpia(['rules', 'try', 'sites/gazette/one'], { cwd: here }).stdout;
    };
    expect(withMore({ 'rules/accept.txt': `${BOX}\n` })).toContain(
      `rules/accept.txt:1 keeps this line from it on 3 documents: ${BOX}`,
    );
    const first = ruleFile('repeat: { documents: 3, share: 0 }', 'host: [gazette]\n');
    expect(withMore({ 'rules/a.yml': first })).toContain(
      'a/one comes first and takes the same lines on 3 documents',
    );
  });

  it('clean names the rule in the audit, explain tells it, restore undoes it, and off switches it off', () => {
    const root = prepare();
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    const clean = join(root, 'clean');
    expect(lines(clean).filter(one => one.text.includes(BOX))).toEqual([]);
    const told = limpia(['explain', 'raw/gazette/1.txt'], { cwd: root }).stdout;
    expect(told).toContain('sites/gazette/one: on 3 of 6 documents of gazette');
    const { id } = lines(clean).find(({ metadata }) => metadata.path === 'gazette/1.txt') ?? { id: '' };
    expect(limpia(['restore', id], { cwd: root }).stdout).toBe(raw['raw/gazette/1.txt']);
    const manifest = JSON.parse(readFileSync(join(clean, 'manifest.json'), 'utf8')) as { counts: object };
    expect(JSON.stringify(manifest)).toContain('"sites/gazette/one":3');
    const off = folder({
      ...raw,
      'rules/sites/gazette.yml': own,
      'rules/pipeline.yml': 'off: [sites/gazette]\n',
    });
    expect(limpia(['clean'], { cwd: off }).status).toBe(0);
    expect(lines(join(off, 'clean')).filter(one => one.text.includes(BOX))).toHaveLength(3);
  });

  it('a limit that holds it back is counted, and no more once the rule has gone', () => {
    const held = `host: [gazette]\n${own.replace('repeat:', 'limits: { share: 0.01 }\n    repeat:')}`;
    const here = folder({ ...raw, 'rules/sites/gazette.yml': held });
    const run = (): string => limpia(['clean'], { cwd: here }).stderr;
    expect(run()).toMatch(/held back +sites\/gazette\/one 3/);
    expect(limpia(['rules', 'try', 'sites/gazette/one'], { cwd: here }).stdout).toContain(
      'held back by its limit on 3',
    );
  });
});
