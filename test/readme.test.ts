import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandName } from '../src/report/command-name.js';
import { byPath, folder, limpia, write } from './support/cli.js';
import { ROOT } from './support/root.js';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The fenced block after a comment such as `<!-- before: raw/a.txt -->`, and what the comment names. */
function block(name: string): { about: string; text: string } {
  const [, about = '', text = ''] =
    new RegExp(`<!-- ${name}: (.+?) -->\n\`\`\`\\w*\n([\\s\\S]*?)\n\`\`\``).exec(README) ?? [];
  if (about === '') throw new Error(`README.md has no block "${name}"`);
  return { about, text };
}

describe('what the README shows is so', () => {
  it('commands: its table has all that the help has', () => {
    const [, commands = ''] = /Commands:\n([^]*)$/.exec(limpia(['--help']).stdout) ?? [];
    const [, rules = ''] = /Commands:\n([^]*)$/.exec(limpia(['rules', '--help']).stdout) ?? [];
    const names = (list: string): string[] => [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
    const all = [...names(commands), ...names(rules).map(name => `rules ${name}`)];
    const wanted = all.filter(name => !/^(?:rules |complete|)help$|^rules$|^complete$/.test(name));
    expect(wanted.length).toBeGreaterThan(12);
    for (const name of wanted) expect(README).toMatch(new RegExp(`^\\| \`limpia ${name}[ \`]`, 'm'));
  });

  it('before: it stands in the sample', () => {
    const { about, text } = block('before');
    expect(readFileSync(join(ROOT, about), 'utf8')).toContain(text.split('\n\n')[0]);
    for (const line of text.split('\n').filter(Boolean))
      expect(readFileSync(join(ROOT, about), 'utf8')).toContain(line);
  });

  it('after: it is what limpia makes of it, each paragraph in its place', () => {
    const { about, text } = block('after');
    const out = join(folder(), 'clean');
    expect(limpia(['clean', join(ROOT, 'raw'), '--out', out]).status).toBe(0);
    const clean = byPath(out).get(about)?.text ?? '';
    const places = text.split('\n\n').map(paragraph => clean.split('\n\n').indexOf(paragraph));
    expect(places.every(place => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const gone = block('before')
      .text.split('\n')
      .filter(line => line !== '' && !clean.includes(line));
    expect(gone.length).toBeGreaterThan(3);
  });

  it('run: commands print what it shows', () => {
    const { about, text } = block('run');
    const { stdout } = limpia(about.replace('npx limpia ', '').split(' '));
    const shown = stdout.split('\n').map(line => line.trimEnd());
    for (const line of text
      .split('\n')
      .map(line => line.trimEnd())
      .filter(line => line !== '…'))
      expect(shown).toContain(line);
  });

  it('library: each line gives what its comment says', () => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(README) ?? [];
    const checked = code
      .replace("from 'limpia'", `from ${JSON.stringify(pathToFileURL(join(ROOT, 'dist/index.js')).href)}`)
      .replace(/^(.+); \/\/ ('.*')$/gm, 'console.log(($1) === $2, $2);');
    const script = join(folder({ 'readme.mjs': checked }), 'readme.mjs');
    const printed = execFileSync(process.execPath, [script]).toString().trim().split('\n');
    expect(printed.length).toBeGreaterThan(2);
    for (const line of printed) expect(line).toMatch(/^true /);
  });

  it('a rule: each step of its author prints what it shows, and makes the file it shows', () => {
    const root = folder();
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(ROOT, join(root, 'node_modules/limpia'), 'junction');
    const steps = [...README.matchAll(/<!-- session(.*?) -->\n```\w+\n([^]*?)\n```/g)];
    expect(steps.length).toBeGreaterThan(4);
    for (const [, about = '', text = ''] of steps) {
      const [, what = '', path = '', change = ''] = /^ (file|edit): ([^:]+)(?:: (.+))?$/.exec(about) ?? [];
      const file = join(root, path);
      if (what === 'file' && existsSync(file)) expect(readFileSync(file, 'utf8').trim()).toBe(text);
      else if (what === 'file') write(root, { [path]: `${text}\n` });
      if (what === 'edit') write(root, { [path]: readFileSync(file, 'utf8').replace(change, '') });
      if (!text.startsWith('$ ')) continue;
      const [command = '', ...told] = text.split('\n');
      const shown = told.map(line => line.replace('npx limpia', commandName()));
      const { stdout, stderr } = limpia(words(command.replace('$ npx limpia ', '')), { cwd: root });
      expect(`${stdout}${stderr}`.trim().split('\n')).toEqual(shown);
    }
  });
});

/** The words of a command, as a shell splits them. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
}
