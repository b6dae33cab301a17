import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, limpia, lines, write } from '../support/cli.js';

const PROSE =
  'The keeper of the light went home in October, and nobody has climbed the stairs since that day.';
const told = (root: string, ...args: string[]): string => limpia(['explain', ...args], { cwd: root }).stdout;
const json = (root: string, ...args: string[]): Record<string, unknown> =>
  JSON.parse(told(root, ...args, '--json')) as Record<string, unknown>;

describe('explain FILE tells of the record as the output has it', () => {
  const RAW = {
    'data/en/deep/a.txt': `No Script\n\n${PROSE}\n`,
    'data/n.jsonl': `{"id":"x","text":"${PROSE} One."}\n{"id":"x","text":"Another sentence for the second record."}\n`,
    'data/empty.txt': 'No Script\n\nPlease Wait...\n\nAdvertisement\n',
    'data/cut.jsonl': '{"text":"half\n',
  };
  const prepare = (): string => {
    const root = folder(RAW);
    expect(limpia(['clean', 'data'], { cwd: root }).status).toBe(0);
    return root;
  };

  it('has its id and path, whichever folder the run read', () => {
    const root = prepare();
    for (const { id, metadata } of lines(join(root, 'clean'))) {
      const story = json(root, `data/${metadata.path}:${metadata.offset}`);
      expect(story).toMatchObject({ id, path: metadata.path, offset: metadata.offset, fate: 'kept' });
      expect(story['text']).toBe(json(root, id)['text']);
    }
    expect(json(root, 'data/n.jsonl')['id']).toBe('x');
    const second = lines(join(root, 'clean')).find(({ id }) => id.startsWith('x-'));
    expect(json(root, `data/n.jsonl:${second?.metadata.offset ?? 0}`)['id']).toBe(second?.id);
  });

  it('tells the fields that rules found, from the output and from the file', () => {
    const trail = 'Home > Coast > Lights';
    const root = folder({ 'raw/a.txt': `${trail}\n\n${PROSE}\n` });
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    const { id = '', metadata, text } = lines(join(root, 'clean'))[0] ?? {};
    expect([text, metadata?.section]).toEqual([PROSE, 'Coast']);
    for (const what of [id, 'raw/a.txt']) {
      expect(json(root, what)['fields']).toMatchObject({ section: 'Coast' });
      expect(told(root, what)).toMatch(/any\/breadcrumbs\/section[^]*^section {2}Coast$/m);
    }
    expect(limpia(['restore', id], { cwd: root }).stdout).toBe(`${trail}\n\n${PROSE}\n`);
  });

  it('without an output: below raw, below --input, else by itself', () => {
    const root = folder({ 'raw/en/a.txt': PROSE, 'data/en/a.txt': PROSE });
    expect(json(root, 'raw/en/a.txt')['path']).toBe('en/a.txt');
    expect(json(root, 'data/en/a.txt')['path']).toBe('a.txt');
    expect(json(root, 'data/en/a.txt', '--input', 'data')['path']).toBe('en/a.txt');
    const { status, stderr } = limpia(['explain', 'data/en/a.txt', '--input', 'raw'], { cwd: root });
    expect([status, stderr]).toEqual([2, expect.stringContaining('does not lie in raw')]);
  });

  it('a file that was changed since has its path still, and another of its name has its own', () => {
    const root = prepare();
    write(root, { 'data/en/deep/a.txt': `${PROSE} More.\n`, 'raw/deep/a.txt': `${PROSE} Other.\n` });
    expect(json(root, 'data/en/deep/a.txt')['path']).toBe('en/deep/a.txt');
    expect(json(root, 'raw/deep/a.txt')['path']).toBe('deep/a.txt');
  });

  it('reads it in the charset that its path has in pipeline.yml', () => {
    const root = folder({
      'raw/old/a.txt': Buffer.from([0xcd, 0xc1, 0xd1, 0xcb]),
      'rules/pipeline.yml': "input: {charset: {'old/*': koi8-r}}\n",
    });
    expect(json(root, 'raw/old/a.txt')).toMatchObject({ charset: 'koi8-r', original: 'маяк' });
  });

  it('what was dropped says so, with the rule that took most and what each took', () => {
    const root = prepare();
    const [dropped] = lines<{ id: string; by: string; evidence: string; reason: string }>(join(root, 'clean'), 'audit/dropped');
    expect(dropped).toMatchObject({ reason: 'empty', by: 'any/notices/loading' });
    expect(dropped?.evidence).toMatch(/^nothing is left of 41 UTF-16 units: any\/notices\/loading took \d+, any\/ads\/label took \d+, any\/notices\/no-script took \d+/);
    for (const story of [told(root, dropped?.id ?? ''), told(root, 'data/empty.txt')]) {
      expect(story).toContain(`dropped: empty, by any/notices/loading: ${dropped?.evidence ?? '?'}`);
      expect(story).not.toContain('Nothing was changed');
      expect(story).toContain(dropped?.id);
    }
    expect(told(root, 'data/empty.txt')).toContain('[-No Script');
  }); // prettier-ignore

  it('what was dropped for its language names the verdict', () => {
    const root = folder({ 'raw/a.txt': PROSE, 'rules/pipeline.yml': 'verdict: {keep-languages: [es]}\n' });
    limpia(['clean'], { cwd: root });
    expect(told(root, 'raw/a.txt')).toMatch(
      /dropped: language, by keep-languages: eng 0\.\d+, not one of spa\n/,
    );
    const [dropped] = lines<{ id: string }>(join(root, 'clean'), 'audit/dropped');
    expect(told(root, dropped?.id ?? '')).toMatch(
      /dropped: language, by keep-languages: eng 0\.\d+, not one of spa\n/,
    );
  });

  it('what was rejected has the id that it has in the audit', () => {
    const root = prepare();
    const [rejected] = lines<{ id: string }>(join(root, 'clean'), 'audit/rejected');
    expect(json(root, 'data/cut.jsonl')).toMatchObject({ fate: 'rejected', id: rejected?.id });
  });

  it('says so where the output was made by other rules', () => {
    const root = prepare();
    expect(told(root, 'data/en/deep/a.txt')).not.toContain('run limpia clean again');
    const other = folder({ 'pipeline.yml': 'off: [any/notices/no-script]\n' });
    const story = told(root, 'data/en/deep/a.txt', '--rules', other);
    expect(story).toContain('(clean holds it as other rules or settings made it: run limpia clean again)');
    expect(story).not.toContain('[-No Script');
  });

  it('tells what only the whole corpus decides: lines that repeat, and duplicates', () => {
    const page = (i: number): string =>
      `Number ${i} tells of ${'abcdefghij'[i] ?? ''}${i}.\n\n${PROSE} It was day ${i * 17} of the year ${1900 + i * 7}, and ${'klmnopqrst'[i] ?? ''} was there.\n\nThe whole back catalogue\n`;
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`raw/site/${i}.txt`, page(i)]));
    const root = folder({ ...files, 'raw/site/twin.txt': page(3) });
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    expect(told(root, 'raw/site/1.txt')).toMatch(/repeat\/\w+: on \d+ of \d+ documents of site/);
    const stories = ['3', 'twin'].map(name => told(root, `raw/site/${name}.txt`));
    expect(stories.filter(story => story.includes('duplicate: the same text as l1-'))).toHaveLength(1);
    rmSync(join(root, 'clean'), { recursive: true });
    expect(told(root, 'raw/site/1.txt')).not.toContain('repeat/');
  });
});

it('a mistyped file or folder is answered with what is there', () => {
  const root = folder({ 'raw/orchard.txt': PROSE });
  limpia(['clean'], { cwd: root });
  for (const what of ['raw/orchrd.txt', 'raw/orchrd.txt:0']) {
    const { status, stderr } = limpia(['explain', what], { cwd: root });
    expect([status, stderr]).toEqual([4, expect.stringContaining('Did you mean "orchard.txt"?')]);
  }
});

describe('accept.txt', () => {
  const ACCEPT = '\n# Ours\nPlease Wait...\r\nNever seen\n';

  it('is named as the cause, with the line, by explain and by rules try', () => {
    const root = folder({ 'raw/a.txt': `${PROSE}\n\nPlease Wait...\n`, 'rules/accept.txt': ACCEPT });
    const place = join('rules', 'accept.txt');
    expect(told(root, 'raw/a.txt')).toContain(
      `accepted  ${place}:3 keeps this line from any/notices/loading: Please Wait...`,
    );
    const { stdout, status } = limpia(['rules', 'try', 'any/notices/loading'], { cwd: root });
    expect(stdout).toContain(`${place}:3 keeps this line from it on 1 document: Please Wait...`);
    expect(status).toBe(1);
    limpia(['clean'], { cwd: root });
    expect(lines(join(root, 'clean'))[0]?.text).toContain('Please Wait...');
    expect(told(root, 'raw/a.txt')).toContain(`accepted  ${place}:3`);
  });

  it('is not named where no rule wants the line, and a keep rule is by its id', () => {
    const keep =
      "rules:\n  mine:\n    why: A test.\n    keep: 'Please Wait...'\n    examples:\n      - keep: 'Please Wait...'\n";
    const root = folder({ 'raw/a.txt': `${PROSE}\n\nPlease Wait...\n`, 'rules/a.yml': keep });
    expect(limpia(['rules', 'try', 'any/notices/loading'], { cwd: root }).stdout).toContain(
      'a/mine keeps this line from it on 1 document: Please Wait...',
    );
    const calm = folder({ 'raw/a.txt': PROSE, 'rules/accept.txt': `${PROSE}\n` });
    expect(told(calm, 'raw/a.txt')).not.toContain('accepted');
  });
});

describe('ids that are numbers', () => {
  const RAW =
    '{"id":42,"text":"The first of the numbered records."}\n{"id":12345678901234567890,"text":"The second has a long number."}\n{"id":"7","text":"The third has a number in quotes."}\n{"id":42,"text":"The last has the number of the first."}\n{"id":true,"text":"This one has something else for an id."}\n';

  it('are ids with letters before them, and stand in extra as they were', () => {
    const root = folder({ 'raw/a.jsonl': RAW });
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    const records = lines(join(root, 'clean'));
    expect(records.map(({ id }) => id.replace(/^l1-.*/, 'l1'))).toEqual([
      'id-42',
      'id-12345678901234567890',
      'id-7',
      `id-42-${records[3]?.metadata.offset ?? 0}`,
      'l1',
    ]);
    expect(records.map(({ metadata }) => metadata.extra)).toEqual([
      '{"id":42}',
      '{"id":12345678901234567890}',
      '{"id":"7"}',
      '{"id":42}',
      '{"id":true}',
    ]);
    expect(told(root, '12345678901234567890')).toContain('id-12345678901234567890');
    expect(limpia(['restore', '7'], { cwd: root }).stdout).toBe('The third has a number in quotes.');
  });
});

it('takes a place as the output and the messages of a run name it: below the input', () => {
  const root = folder({
    'raw/feeds/list.json': JSON.stringify([{ id: 'own', text: 'A record with an id of its own.' }]),
    'raw/feeds/none.json': JSON.stringify({ title: 'No text.' }),
  });
  expect(limpia(['clean', '--quiet'], { cwd: root }).status).toBe(0);
  const told = (place: string) => limpia(['explain', place], { cwd: root });
  expect(told('feeds/list.json:1').stdout).toMatch(/^feeds\/list\.json:1 {2}own\n/);
  expect(told('feeds/none.json:0').stdout).toContain('rejected: no-text');
  expect(told('feeds/nothing.json:0').status).toBe(4);
});
