import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, limpia } from '../support/cli.js';

interface Finding {
  readonly what: string;
  readonly exitCode: number;
  readonly says: string;
  readonly hint: string;
  readonly warnings: readonly string[];
}

function doctor(
  root: string,
  ...args: string[]
): { status: number | null; findings: Record<string, Finding> } {
  const { status, stdout } = limpia(['doctor', ...args, '--json'], { cwd: root });
  const findings = JSON.parse(stdout) as Finding[];
  return { status, findings: Object.fromEntries(findings.map(one => [one.what, one])) };
}

const RAW = { 'raw/a.txt': 'A sentence to read.' };

describe('limpia doctor', () => {
  it('finds nothing wrong with a folder that is ready', () => {
    const { status, findings } = doctor(folder(RAW));
    expect(status).toBe(0);
    expect(Object.keys(findings)).toEqual(['node', 'rules', 'input', 'output', 'space']);
    expect(findings['input']?.says).toMatch(/^1 file, 19 B/);
  });

  it.each([
    ['input', {}, [], 4, 'There is no raw'],
    ['input', { 'raw/a.png': 'x' }, [], 4, 'Nothing to read'],
    ['rules', { ...RAW, 'rules/pipeline.yml': 'levle: full\n' }, [], 3, 'pipeline.yml:1:1'],
    ['rules', { ...RAW, 'rules/a.yml': "rules:\n  x:\n    why: w\n    line: '('\n" }, [], 3, 'rules/a.yml'],
    ['rules', RAW, ['--rules', 'rulse'], 3, 'There is no folder rulse'],
    ['output', { ...RAW, 'clean/mine.doc': 'x' }, [], 2, 'limpia did not write'],
    ['output', RAW, ['--out', 'raw/out'], 2, 'in each other'],
    [
      'output',
      { ...RAW, 'clean/.limpia/lock': '{"pid":1,"host":"elsewhere"}' },
      [],
      5,
      'process 1 on elsewhere',
    ],
  ])('tells what is wrong with %s %j %j', (what, files, args, exitCode, says) => {
    const root = folder(files);
    const { status, findings } = doctor(root, ...args);
    expect(findings[what]).toMatchObject({ exitCode });
    expect(findings[what]?.says).toContain(says);
    expect(status).toBe(exitCode);
    // The same fault ends a run with the same code.
    expect(limpia(['clean', ...args], { cwd: root }).status).toBe(exitCode);
  });

  it('warns of a file that cannot be opened, which a run rejects while it reads the others', () => {
    const root = folder(RAW);
    // Not even an administrator gets at a file by a name that is no UTF-8.
    writeFileSync(
      Buffer.concat([Buffer.from(join(root, 'raw/caf')), Buffer.from([0xe9]), Buffer.from('.txt')]),
      'A sentence of its own.',
    );
    const { status, findings } = doctor(root);
    expect(status).toBe(0);
    expect(findings['input']?.warnings.join()).toMatch(/^1 file cannot be read, caf.\.txt first/u);
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
  });

  it('says it to a person as well', () => {
    const { stdout } = limpia(['doctor', join('raw')], { cwd: folder(RAW) });
    expect(stdout).toMatch(/^ok +node/);
  });
});
