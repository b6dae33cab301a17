import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, limpia, tree, write } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const PAGE = 'The mill stands still, and the miller says that nobody will ever start it again.';

describe('limpia init', () => {
  it('makes a folder in which every command works', () => {
    const root = folder();
    const { status, stderr } = limpia(['init', 'corpus'], { cwd: root });
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining('run:  cd corpus && npm install && npm run clean'),
    ]);
    const cwd = join(root, 'corpus');
    expect(Object.keys(tree(cwd))).toEqual([
      '.gitignore',
      'package.json',
      'raw/.gitkeep',
      'rules/own/first.yml',
      'rules/pipeline.yml',
    ]);
    write(cwd, { 'raw/a.txt': `${PAGE}\n\n${PAGE}\n\nThis story first ran in the Tuesday letter.\n` });
    expect(limpia(['rules', 'test', 'own'], { cwd }).stdout).toContain(
      '1 rule, 2 examples: all as they should be',
    );
    expect(limpia(['clean', '--json'], { cwd }).stdout).toContain('"own/first/first-ran":1');
    expect(limpia(['rules', 'try', 'own/first/first-ran'], { cwd })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('against not having it: 1 new, 0 gone') as string,
    });
    expect(limpia(['doctor'], { cwd }).status).toBe(0);
  });

  it('the first rule takes what no rule of limpia takes, at either level', () => {
    const root = folder();
    limpia(['init'], { cwd: root });
    const [, line = ''] = /drop: '(.+)'/.exec(readFileSync(join(root, 'rules/own/first.yml'), 'utf8')) ?? [];
    write(root, { 'raw/a.txt': `${PAGE}\n\n${PAGE}\n\n${line}\n`, 'none/pipeline.yml': '' });
    for (const level of ['safe', 'full']) {
      const text = (rules: string): string =>
        limpia(['explain', 'raw/a.txt', '--level', level, '--rules', rules], { cwd: root }).stdout;
      expect(text('none')).not.toContain(`[-`.concat(line));
      expect(text('rules')).toContain('own/first/first-ran');
    }
  });

  it('names where limpia is, so that `npm install` finds it', () => {
    const root = folder();
    limpia(['init', 'deep/corpus'], { cwd: root });
    const cwd = join(root, 'deep/corpus');
    const { dependencies } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')) as {
      dependencies: { limpia: string };
    };
    expect(dependencies.limpia).toMatch(/^file:/);
    expect(resolve(cwd, dependencies.limpia.slice('file:'.length))).toBe(resolve(ROOT));
  });

  it('leaves what is there, and adds scripts and limpia to a package.json', () => {
    const root = folder({
      'package.json': '{\n\t"name": "mine",\n\t"scripts": { "clean": "rm -rf out" }\n}\n',
      'rules/pipeline.yml': 'level: full\n',
    });
    expect(limpia(['init'], { cwd: root }).status).toBe(0);
    expect(readFileSync(join(root, 'rules/pipeline.yml'), 'utf8')).toBe('level: full\n');
    const text = readFileSync(join(root, 'package.json'), 'utf8');
    expect(text).toContain('\n\t"name"');
    expect(JSON.parse(text)).toEqual({
      name: 'mine',
      scripts: {
        clean: 'rm -rf out',
        explain: 'limpia explain',
        restore: 'limpia restore',
        rules: 'limpia rules test',
      },
      dependencies: { limpia: expect.stringMatching(/^file:/) as string },
    });
    const after = tree(root);
    expect(limpia(['init'], { cwd: root }).status).toBe(0);
    expect(tree(root)).toEqual(after);
  });

  it('refuses a package.json that is none', () => {
    const { status, stderr } = limpia(['init'], { cwd: folder({ 'package.json': '{' }) });
    expect(status).toBe(3);
    expect(stderr).toContain('package.json is not JSON');
  });
});
