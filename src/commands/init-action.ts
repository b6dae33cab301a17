import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commentedConfig } from '../config/reference.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import { shellWord } from '../report/format.js';
import { VERSION } from '../version.js';
import { nodeDisk } from '../write/node-disk.js';

/** Where editors find the schemas of the files below `rules/`, once the package is installed. */
const SCHEMAS = '$schema=../node_modules/limpia/schema';
const FIRST_RULE = `# yaml-language-server: ${SCHEMAS.replace('../', '../../')}/rules.schema.json
# A rule takes page furniture out of text. Its id is the path of its file and its name: own/first/first-ran.
lang: [en]
rules:
  first-ran:
    why: Where the page appeared before, alone on its line.
    line: { starts: 'This story first ran in', maxWords: 20 }
    examples:
      - drop: 'This story first ran in the Tuesday letter.'
      - keep: 'This story first ran through the town as a rumour.'
`;

const SCRIPTS: Readonly<Record<string, string>> = {
  clean: 'limpia clean',
  explain: 'limpia explain',
  restore: 'limpia restore',
  rules: 'limpia rules test',
};

/** `limpia init`: makes what a folder needs and leaves what is there. */
export function init(folder: string): ExitCode {
  const files: Readonly<Record<string, () => string>> = {
    'raw/.gitkeep': () => '',
    'rules/pipeline.yml': () => commentedConfig(`yaml-language-server: ${SCHEMAS}/pipeline.schema.json`),
    'rules/own/first.yml': () => FIRST_RULE,
    '.gitignore': () => 'node_modules/\nclean/\n',
    'package.json': () => packageJson(folder),
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    if (existsSync(path)) {
      say('kept', name === 'package.json' ? addScripts(path) : name);
      continue;
    }
    nodeDisk.makeFolder(dirname(path));
    writeFileSync(path, content());
    say('made', name);
  }
  const go = folder === '.' ? '' : `cd ${shellWord(folder)} && `;
  process.stderr.write(`\nPut your files in raw/ and run:  ${go}npm install && npm run clean\n`);
  return EXIT.ok;
}

function say(what: string, name: string): void {
  process.stderr.write(`${what}  ${name}\n`);
}

/** Adds the scripts that are not there, and limpia itself; the file stays as it is otherwise, its indentation included. */
function addScripts(path: string): string {
  const text = readFileSync(path, 'utf8');
  let known: Readonly<Record<string, unknown>>;
  try {
    known = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new LimpiaError(
      `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      EXIT.configuration,
    );
  }
  const table = (name: string): Readonly<Record<string, string>> =>
    (known[name] ?? {}) as Readonly<Record<string, string>>;
  const scripts = table('scripts');
  const news = Object.entries(SCRIPTS).filter(([name]) => !(name in scripts));
  const isThere = 'limpia' in table('dependencies') || 'limpia' in table('devDependencies');
  if (news.length === 0 && isThere) return 'package.json';
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const all = { ...known, scripts: { ...scripts, ...Object.fromEntries(news) } };
  const dependencies = { ...table('dependencies'), limpia: ownVersion(dirname(path)) };
  writeFileSync(path, `${JSON.stringify(isThere ? all : { ...all, dependencies }, undefined, indent)}\n`);
  const added = [
    ...(isThere ? [] : ['limpia']),
    ...(news.length === 0 ? [] : [`the scripts ${news.map(([name]) => name).join(', ')}`]),
  ];
  return `package.json, with ${added.join(' and ')} added`;
}

function packageJson(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${JSON.stringify(
    { name: name || 'corpus', private: true, scripts: SCRIPTS, dependencies: { limpia: ownVersion(folder) } },
    undefined,
    2,
  )}\n`;
}

/** What to install: the version that runs where it was installed itself, or else the folder that it runs from. */
function ownVersion(folder: string): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  if (root.split(sep).includes('node_modules')) return `^${VERSION}`;
  return `file:${relative(resolve(folder), root).split(sep).join('/')}`;
}
