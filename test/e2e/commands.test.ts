import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, limpia, lines } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const FILES = {
  'raw/feed.jsonl': [
    '{"id":"kept","url":"https://www.example.com/1","text":"No Script\\n\\nLa panader铆a abri贸 a las seis de la ma帽ana, como siempre."}',
    '{"id":"gone","text":"No Script\\n\\nPlease Wait...\\n\\nAdvertisement"}',
    '{"id":"cut","text":"half a li',
    '{"id":"same","text":"Nothing is wrong with this sentence."}',
  ].join('\n'),
};

describe('a run and what it left', () => {
  let root = '';
  const idOf = (reason: string): string =>
    lines<{ id: string; reason: string }>(join(root, 'clean'), 'audit/rejected').find(
      entry => entry.reason === reason,
    )?.id ?? '';
  const story = (id: string): string => limpia(['explain', id], { cwd: root }).stdout;
  const back = (id: string): string => limpia(['restore', id], { cwd: root }).stdout;

  // A folder lives for one test only, so each test makes its own.
  const prepare = (): void => {
    root = folder(FILES);
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
  };

  it('explain tells of a kept record what every stage did', () => {
    prepare();
    expect(story('kept')).toMatch(/^feed\.jsonl:0 {2}kept\n/);
    for (const part of ['utf-8-as-gbk', 'ma[-帽-]{+ñ+}ana', 'No Script', 'spa', 'kept\n'])
      expect(story('kept')).toContain(part);
    expect(story('same')).toContain('Nothing was changed.');
  });

  it('explain tells why a record was dropped or rejected', () => {
    prepare();
    expect(story('gone')).toContain('dropped: empty');
    expect(story(idOf('invalid-json'))).toContain('rejected: invalid-json');
  });

  it('explain of a raw file and offset tells the same as of the id', () => {
    prepare();
    const byFile = limpia(['explain', 'raw/feed.jsonl:0', '--json'], { cwd: root }).stdout;
    const byId = limpia(['explain', 'kept', '--json'], { cwd: root }).stdout;
    const [file, id] = [byFile, byId].map(
      json => JSON.parse(json) as { layers: unknown; text: string; original: string },
    );
    expect(file?.layers).toEqual(id?.layers);
    expect(file?.text).toBe(id?.text);
    expect(file?.original).toBe(id?.original);
  });

  it('explain of a file tells of its first record, wherever that begins, and of a place in the input as metadata has it', () => {
    root = folder({
      'raw/list.json': '[\n  {"text": "The first sentence of a list."},\n  {"text": "The second one."}\n]\n',
      'raw/table.csv': 'name,text\nx,The first sentence of a table.\n',
    });
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    for (const file of ['raw/list.json', 'raw/table.csv']) {
      const { status, stdout } = limpia(['explain', file], { cwd: root });
      expect([status, stdout.includes('characters read')]).toEqual([0, true]);
    }
    expect(story('list.json:4')).toContain('list.json');
  });

  it('restore gives back what was kept, dropped or rejected', () => {
    prepare();
    expect(back('kept')).toBe('No Script\n\nLa panader铆a abri贸 a las seis de la ma帽ana, como siempre.');
    expect(back('gone')).toBe('No Script\n\nPlease Wait...\n\nAdvertisement');
    expect(back(idOf('invalid-json'))).toBe('{"id":"cut","text":"half a li');
  });

  it('a title that is garbled is repaired, and stands in extra as it was', () => {
    root = folder({ 'raw/a.jsonl': '{"title":"El jard铆n","text":"Un jardín sin flores no es un jardín."}' });
    limpia(['clean'], { cwd: root });
    expect(lines(join(root, 'clean'))[0]?.metadata).toMatchObject({
      title: 'El jardín',
      extra: '{"title":"El jard铆n"}',
    });
  });

  it('a document that takes too long is rejected, and the others are not', () => {
    root = folder({
      'rules/pipeline.yml': 'limits: {seconds: 0.1}\n',
      'raw/good.txt': 'A short text is done in time.',
      'raw/huge.txt': 'Una frase m谩s, y otra m谩s. '.repeat(1_500_000),
    });
    const { status } = limpia(['clean'], { cwd: root });
    expect(status).toBe(0);
    expect(lines<{ path: string; reason: string }>(join(root, 'clean'), 'audit/rejected')).toMatchObject([
      { path: 'huge.txt', reason: 'timeout' },
    ]);
    expect(lines(join(root, 'clean')).map(({ metadata }) => metadata.path)).toEqual(['good.txt']);
  });
});

describe('help', () => {
  let help = '';
  beforeAll(() => {
    help = limpia(['--help']).stdout;
  });

  it.each(['clean', 'explain', 'restore', 'repair', 'rules'])(
    'names the command %s, which has a help of its own',
    command => {
      expect(help).toContain(command);
      const own = limpia([command, '--help']);
      expect(own.status).toBe(0);
      expect(own.stdout).toContain(`Usage: limpia ${command}`);
    },
  );

  it('tells the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(limpia(['--version']).stdout.trim()).toBe(version);
  });
});
