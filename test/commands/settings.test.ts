import { describe, expect, it } from 'vitest';
import { folder, limpia, lines } from '../support/cli.js';
import { ruleText } from '../rules/helpers.js';

const RAW = {
  'raw/en.txt': 'The keeper of the light went home in October, and nobody has climbed the stairs.\n',
  'raw/es.txt': 'El farero se marchó a su casa en octubre, y nadie ha vuelto a subir la escalera.\n',
};

describe('settings that cannot be meant end a run with 3, with their place and what to write', () => {
  it.each([
    ['pipeline.yml', 'verdict:\n  keep-languages: [und, esp]\n', '2:25', 'no language "esp". Did you mean "spa"'],
    ['pipeline.yml', 'languages:\n  - xx\n', '2:5', 'no language "xx"'],
    ['pipeline.yml', 'languages: [cmn_Hans]\n', '1:13', 'Did you mean "zho" (Chinese)?'],
    ['pipeline.yml', 'languages: [EN]\n', '1:13', 'Did you mean "eng" (English)?'],
    ['pipeline.yml', 'shard: 64\n', '1:8', 'a size with its unit, such as 64 MiB (B, KiB, MiB or GiB), not 64.'],
    ['pipeline.yml', "shard: '64'\n", '1:8', 'not 64.'],
    ['pipeline.yml', 'limits: {record: 64 mb}\n', '1:18', 'Did you mean "64 MiB"?'],
    ['pipeline.yml', 'limits: {record: 0 B}\n', '1:18', 'a size with its unit'],
    ['own.yml', `lang: [en, esp]\n${ruleText('line: Off', 'Off', 'On')}`, '1:12', 'Did you mean "spa" (Spanish)?'],
    ['own.yml', ruleText('lang: [ger]\n    line: Off', 'Off', 'On'), '4:12', 'Did you mean "deu" (German)?'],
    ['own.yml', `${ruleText('line: Off', 'Off', 'On')}        lang: jp\n`, '8:15', 'Did you mean "jpn" (Japanese)?'],
  ])('%s: %j', (file, text, place, message) => {
    const root = folder({ ...RAW, [`rules/${file}`]: text });
    const { status, stderr } = limpia(['clean'], { cwd: root });
    expect(stderr).toContain(`rules/${file}:${place}  `);
    expect(stderr).toContain(message);
    expect(status).toBe(3);
    expect(limpia(['doctor'], { cwd: root }).status).toBe(3);
  }); // prettier-ignore

  it('with Windows line ends and a byte order mark the place is the same', () => {
    const text = '\ufefflevel: safe\r\nverdict:\r\n  keep-languages: [esp]\r\n';
    const { status, stderr } = limpia(['clean'], { cwd: folder({ ...RAW, 'rules/pipeline.yml': text }) });
    expect(stderr).toContain('pipeline.yml:3:20  limpia knows no language "esp"');
    expect(status).toBe(3);
  });

  it.each(['esp', 'eng,xx', 'en-US', ''])('lang --languages %j ends with 2', codes => {
    const { status, stderr, stdout } = limpia(['lang', '--languages', codes], { input: 'A line.\n' });
    expect(stderr).toContain('--languages: limpia knows no language');
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('codes of two letters are those of three everywhere', () => {
  it.each([
    ['keep-languages: [es]', ['es.txt']],
    ['keep-languages: [spa, eng]', ['en.txt', 'es.txt']],
    ['keep-languages: [no]', []],
  ])('%s', (setting, kept) => {
    const root = folder({ ...RAW, 'rules/pipeline.yml': `verdict: {${setting}}\n` });
    expect(limpia(['clean'], { cwd: root }).status).toBe(0);
    expect(kept.length === 0 ? [] : lines(`${root}/clean`).map(({ metadata }) => metadata.path)).toEqual(
      kept,
    );
  });

  it('in rules, where a variety is the language that limpia takes it for', () => {
    const rule = (code: string): string => `lang: [${code}]\n${ruleText('line: 下一页', '下一页', '上一页')}`;
    const text = '守灯人十月回家了,从那以后再也没有人爬上那座塔的楼梯。\n\n下一页\n';
    for (const code of ['zh', 'zho', 'cmn']) {
      const root = folder({ 'raw/a.txt': text, 'rules/own.yml': rule(code) });
      expect(limpia(['rules', 'try', 'own/one'], { cwd: root }).stdout).toContain('fires on 1 of 1 document');
    }
  });

  it('in languages and in lang --languages', () => {
    const input = 'Los pantanos están casi vacíos.\n';
    const [two, three] = ['pt,gl', 'por,glg'].map(
      codes => limpia(['lang', '--languages', codes], { input }).stdout,
    );
    expect(two).toMatch(/^(?:por|glg)\t/);
    expect(two).toBe(three);
  });

  it('lang --list has all of them', () => {
    const { stdout } = limpia(['lang', '--list']);
    expect(stdout).toContain('spa\tSpanish\n');
    expect(stdout.split('\n').length).toBeGreaterThan(250);
  });
});

describe('settings that hit nothing are told once, and the run goes on', () => {
  const PIPELINE =
    "off:\n  - en/related/more-im\n  - more-in\n  - quite-unknown\ninput:\n  include: ['**/*.txt', '*.tx']\n  exclude: [drafts, en*]\n  charset: {'legcy/*': koi8-r, 'es*': utf-8}\n";
  const TOLD = [
    'rules/pipeline.yml:2:5  warning: off: there is no rule "en/related/more-im".',
    'Did you mean "en/related/more-in"?',
    'rules/pipeline.yml:3:5  warning: off: there is no rule "more-in".',
    'rules/pipeline.yml:4:5  warning: off: there is no rule "quite-unknown".',
    'no file in raw fits "*.tx" of input.include.',
    'no file in raw fits "drafts" of input.exclude.',
    'no file in raw fits "legcy/*" of input.charset.',
  ];

  it.each([['clean'], ['clean', '--dry-run'], ['doctor']])('%s %s', (...args) => {
    const root = folder({ ...RAW, 'rules/pipeline.yml': PIPELINE });
    const { status, stdout, stderr } = limpia(args.filter(Boolean), { cwd: root });
    const told = args[0] === 'doctor' ? stdout : stderr;
    for (const line of TOLD) expect(told.split(line)).toHaveLength(line.startsWith('Did') ? 3 : 2);
    for (const pattern of ['**/*.txt', 'en*', 'es*']) expect(told).not.toContain(`fits "${pattern}"`);
    expect(status).toBe(0);
    expect(limpia([...args, '--json'], { cwd: root }).stdout).toMatch(/^[[{]/);
  });

  it('nothing is said where all of them hit, or with --quiet', () => {
    const fine = folder({
      ...RAW,
      'rules/pipeline.yml': "input: {exclude: ['en*'], charset: {'*': utf-8}}\n",
    });
    expect(limpia(['clean'], { cwd: fine }).stderr).not.toContain('pipeline.yml');
    expect(limpia(['doctor'], { cwd: fine }).stdout).not.toContain('warn');
    const root = folder({ ...RAW, 'rules/pipeline.yml': PIPELINE });
    expect(limpia(['clean', '--quiet'], { cwd: root })).toMatchObject({ status: 0, stderr: '' });
  });

  it('a pattern with the backslashes of Windows is told how to be written', () => {
    const root = folder({ ...RAW, 'rules/pipeline.yml': "input: {charset: {'old\\es.txt': gbk}}\n" });
    expect(limpia(['clean'], { cwd: root }).stderr).toContain('Write / between folders, on Windows too.');
  });

  it('of a single file only the charset is asked', () => {
    const root = folder({
      ...RAW,
      'rules/pipeline.yml': "input: {include: ['*.md'], charset: {'x*': gbk}}\n",
    });
    const { stderr } = limpia(['clean', 'raw/es.txt'], { cwd: root });
    expect(stderr).toContain('fits "x*" of input.charset');
    expect(stderr).not.toContain('input.include');
  });
});
