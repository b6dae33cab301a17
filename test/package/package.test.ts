import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tree } from '../support/cli.js';
import { ROOT } from '../support/root.js';

/** Bytes that an installation may take on disk. */
const MAX_BYTES = 60e6;
/** The binary of Node for this machine, as npm has it. */
const NODE_24 = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@24`;

let home = '';
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd,
    shell: process.platform === 'win32',
  }).toString();

/** What a user gets who installs the package into an empty folder. */
describe('the package', () => {
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'limpia-package-'));
    const tarball = npm(['pack', '--silent', '--pack-destination', home], ROOT).trim();
    writeFileSync(join(home, 'package.json'), '{"name":"home","private":true,"type":"module"}');
    npm(['install', join(home, tarball)], home);
    rmSync(join(home, tarball));
    cpSync(join(ROOT, 'raw'), join(home, 'raw'), { recursive: true });
  });
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  const limpia = (node: string, args: readonly string[]): { status: number | null; stdout: string } => {
    const script = join(home, 'node_modules/limpia/dist/cli.js');
    const { status, stdout } = spawnSync(node, [script, ...args], { cwd: home });
    return { status, stdout: stdout.toString() };
  };

  it(`takes at most ${MAX_BYTES / 1e6} MB`, () => {
    const files = readdirSync(join(home, 'node_modules'), { recursive: true, withFileTypes: true });
    const bytes = files
      .filter(entry => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    expect(bytes).toBeLessThan(MAX_BYTES);
  });

  it('runs no script of a package when it is installed', () => {
    const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    expect(Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });

  it('brings the program and rules that work without a rules folder', () => {
    expect(npm(['exec', '--', 'limpia', '--version'], home)).toMatch(/^\d+\.\d+\.\d+/);
    expect(limpia(process.execPath, ['rules', 'test']).status).toBe(0);
    const { status, stdout } = limpia(process.execPath, ['clean', '--json', '--out', 'clean-here']);
    expect(status).toBe(0);
    expect(stdout).toContain('"en/related/more-in"');
  });

  it('is a library with types', () => {
    const use = `import type { CleanRecord } from 'limpia';
import { cleanText, identifyLanguage, repair, repairMojibake } from 'limpia';
const lang: string = identifyLanguage('Los pantanos están casi vacíos este verano.').lang;
const text: string = repairMojibake('despu茅s de la sesi贸n').text;
const firstKind = ({ metadata }: CleanRecord): 'heading' | 'prose' | 'caption' | 'list' | 'quote' | 'other' | undefined =>
  metadata.paragraphs[0]?.kind;
const read: Promise<object> = import('limpia/schema/record.schema.json', { with: { type: 'json' } });
await read;
console.log(lang, text, cleanText('No Script\\n\\nLa casa est谩 vac铆a.').text, typeof repair, typeof firstKind);
`;
    writeFileSync(join(home, 'use.ts'), use);
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const compiled = spawnSync(
      process.execPath,
      [
        tsc,
        '--strict',
        '--skipLibCheck',
        'false',
        '--types',
        'node',
        '--typeRoots',
        join(ROOT, 'node_modules/@types'),
        '--module',
        'nodenext',
        '--resolveJsonModule',
        '--target',
        'es2022',
        'use.ts',
      ],
      { cwd: home },
    );
    expect(compiled.stdout.toString()).toBe('');
    expect(execFileSync(process.execPath, ['use.js'], { cwd: home }).toString().trim()).toBe(
      'spa después de la sesión La casa está vacía. function function',
    );
  });

  it('gives the same documents on Node 24', () => {
    const cache = join(home, 'node24');
    npm(['install', '--prefix', cache, '--no-save', NODE_24], home);
    const [name = ''] = NODE_24.split('@');
    const node = join(cache, 'node_modules', name, 'bin/node');
    expect(execFileSync(node, ['--version']).toString()).toMatch(/^v24\./);
    expect(limpia(node, ['rules', 'test']).status).toBe(0);
    // Compressed, because Node's own zlib differs between the two.
    mkdirSync(join(home, 'compressed'));
    writeFileSync(join(home, 'compressed/pipeline.yml'), 'output: {gzip: true}\n');
    for (const [binary, out] of [
      [process.execPath, 'clean-20'],
      [node, 'clean-24'],
    ] as const) {
      expect(limpia(binary, ['clean', '--out', out, '--quiet']).status).toBe(0);
      expect(limpia(binary, ['clean', '--out', `${out}-gz`, '--rules', 'compressed', '--quiet']).status).toBe(
        0,
      );
    }
    for (const folder of ['data', 'audit', 'README.md', 'croissant.json'])
      for (const kind of ['', '-gz'])
        expect(contentOf(join(home, `clean-24${kind}`, folder))).toEqual(
          contentOf(join(home, `clean-20${kind}`, folder)),
        );
    expect(Object.keys(tree(join(home, 'clean-24-gz/data')))[0]).toMatch(/\.gz$/);
  });
});

/** The files of a folder, or a file's text. */
function contentOf(path: string): unknown {
  return statSync(path).isDirectory() ? tree(path) : readFileSync(path, 'utf8');
}
