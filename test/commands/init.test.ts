import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, limpia, tree, write } from '../support/cli.js';

describe('limpia init', () => {
  it('makes a folder in which every command works', () => {
    const root = folder();
    expect(limpia(['init', 'corpus'], { cwd: root }).status).toBe(0);
    const cwd = join(root, 'corpus');
    expect(Object.keys(tree(cwd))).toEqual([
      '.gitignore',
      'package.json',
      'raw/.gitkeep',
      'rules/own/first.yml',
      'rules/pipeline.yml',
    ]);
    write(cwd, { 'raw/a.txt': 'The mill stands still.\n\nRead more: The bridge that nobody wanted\n' });
    expect(limpia(['rules', 'test', 'own'], { cwd }).stdout).toContain(
      '1 rule, 2 examples: all as they should be',
    );
    expect(limpia(['clean', '--json'], { cwd }).stdout).toContain('"own/first/read-more":1');
    expect(limpia(['doctor'], { cwd }).status).toBe(0);
  });

  it('leaves what is there, and adds scripts to a package.json', () => {
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
