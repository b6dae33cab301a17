import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatDiagnostic } from '../../src/core/diagnostic.js';
import { parseYaml } from '../../src/core/yaml.js';

const schema = z.strictObject({
  level: z.enum(['safe', 'full']).default('safe').describe('safe changes only what is certain.'),
  share: z.number().min(0).max(1).optional(),
  names: z.array(z.string()).optional(),
  limits: z.strictObject({ share: z.number() }).prefault({ share: 1 }),
  line: z.union([z.string(), z.array(z.string()), z.strictObject({ regex: z.string() })]).optional(),
});

const check = (text: string) => parseYaml(text, 'a.yml', schema);

describe('parseYaml', () => {
  it('gives the value with its defaults', () => {
    expect(check('share: 0.5 # half')).toMatchObject({
      value: { level: 'safe', share: 0.5, limits: { share: 1 } },
      diagnostics: [],
    });
    expect(check('').value).toEqual({ level: 'safe', limits: { share: 1 } });
  });

  it.each([
    ['unknown key', 'levl: safe', 1, 1, /no "levl"/, /mean "level"/],
    ['unknown key below', 'limits:\n  shar: 1', 2, 3, /no "shar"/, /mean "share"/],
    ['unknown key in a union', 'line: { regx: a }', 1, 9, /no "regx"/, /mean "regex"/],
    ['a key like nothing else', 'zzzzzz: 1', 1, 1, /no "zzzzzz"/, /There is: level, share/],
    ['wrong type', 'share: half', 1, 8, /a number, not the text "half"/, /^$/],
    ['wrong type in a list', 'names: [a, 2]', 1, 12, /a text, not 2/, /^$/],
    ['a mapping by accident', 'names:\n  - Leer más: ya', 2, 5, /a text, not a mapping .*quotes/, /^$/],
    ['wrong word', 'level: fast', 1, 8, /safe or full, not the text "fast"/, /certain/],
    ['out of range', 'share: 3', 1, 8, /a number of at most 1, not 3/, /^$/],
    ['missing', 'limits: {}', 1, 9, /"share" is missing/, /^$/],
    ['no branch of a union', 'line: 3', 1, 7, /a text, a list .* or a mapping .*, not 3/, /^$/],
    ['not a mapping', '- a', 1, 1, /Expected a mapping .* not a list/, /^$/],
    ['syntax', 'names: [a', 1, 10, /./, /single quotes/],
    ['duplicate key', 'level: safe\nlevel: full', 2, 1, /unique/, /rename/],
    ['trap: backspace', 'line: "\\bfoo"', 1, 7, /\\b is a control character \(backspace\)/, /'\\bfoo'/],
    ['trap: comment', 'line: ^foo #bar', 1, 7, /this value is only: \^foo/, /'\^foo #bar'/],
    ['trap: colon', 'line: ^Leer más: .*', 1, 7, /./, /quotes: '\^Leer más: \.\*'/],
    ['trap: escape', 'line: "\\d+"', 1, 8, /escape/, /backslash stays/],
    ['tab', 'limits:\n\tshare: 1', 2, 1, /[Tt]ab/, /spaces/],
  ] as const)('%s', (_name, text, line, column, message, hint) => {
    const { value, diagnostics } = check(text);
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'a.yml', line, column });
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.hint).toMatch(hint);
  });

  it('reports all faults of a file', () => {
    expect(
      check('levl: 1\nshare: x\nnames: 3')
        .diagnostics.map(({ line }) => line)
        .sort(),
    ).toEqual([1, 2, 3]);
  });

  it('warns of a comment glued to its sign, and loads', () => {
    const { value, diagnostics } = check('line: foo #bar');
    expect(value?.line).toBe('foo');
    expect(diagnostics).toMatchObject([{ severity: 'warning' }]);
  });

  it.each([
    [
      'aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (c, i: number) => `${c}: &${c} [${`*${'abcdefg'.charAt(i)},`.repeat(9)}]\n`)}`,
    ],
    ['depth of brackets', `a: ${'['.repeat(50_000)}`],
    ['depth of dashes', '- '.repeat(50_000)],
    ['depth of keys', '? '.repeat(50_000)],
    ['depth of indents', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['size', '#'.repeat(5 << 20)],
  ])('refuses a bomb: %s', (_name, text) => {
    const { value, diagnostics } = check(text);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.severity).toBe('error');
  });

  it('is not fooled by names of Object.prototype', () => {
    expect(check('__proto__: { level: full }').diagnostics[0]?.message).toMatch(/no "__proto__"/);
    expect(({} as { level?: string }).level).toBeUndefined();
  });
});

describe('formatDiagnostic', () => {
  it('shows the place, the line, a caret and the hint', () => {
    const [first] = check('limits:\n  shar: 1').diagnostics;
    expect(first && formatDiagnostic(first)).toBe(
      ['a.yml:2:3  There is no "shar" here.', '      shar: 1', '      ^', '    Did you mean "share"?'].join(
        '\n',
      ),
    );
  });

  it('shows a long line in part', () => {
    const [first] = check(`share: [${'x, '.repeat(5000)} ]`).diagnostics;
    expect(first && formatDiagnostic(first).length).toBeLessThan(500);
  });
});
