import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { limpia } from '../support/cli.js';

const offers = (...words: string[]): string[] =>
  limpia(['complete', '--', ...words])
    .stdout.split('\n')
    .filter(line => line !== '' && !line.startsWith(':'))
    .map(line => line.split('\t')[0] ?? '');

describe('completion', () => {
  it('offers commands, options and choices', () => {
    expect(offers('')).toEqual(
      expect.arrayContaining(['clean', 'explain', 'restore', 'repair', 'rules', 'diff']),
    );
    expect(offers('rules', '')).toEqual(
      expect.arrayContaining(['new', 'test', 'try', 'mine', 'coverage', 'schema']),
    );
    expect(offers('rules', 'try', '--')).toEqual(
      expect.arrayContaining(['--documents', '--json', '--level']),
    );
    expect(offers('clean', '--')).toEqual(expect.arrayContaining(['--out', '--level', '--max-rejects']));
    expect(offers('clean', '--level', '')).toEqual(['safe', 'full']);
  });

  it('gives bash a script that bash understands', () => {
    const { stdout, status } = limpia(['completion', 'bash']);
    expect(status).toBe(0);
    expect(spawnSync('bash', ['-n'], { input: stdout }).stderr.toString()).toBe('');
    expect(stdout).toContain('limpia');
  });

  it('knows which shells there are', () => {
    expect(limpia(['completion', 'tcsh']).stderr).toContain('bash, fish, powershell');
    expect(limpia(['completion', 'tcsh']).status).toBe(2);
  });
});
