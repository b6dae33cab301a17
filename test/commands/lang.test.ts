import { describe, expect, it } from 'vitest';
import { limpia } from '../support/cli.js';

const LINES = 'Los pantanos están casi vacíos.\n\n2 381,61 – 8 809.72\nСовет ответит на письмо осенью.\n';

describe('limpia lang', () => {
  it('answers every line with one of its own', () => {
    const { stdout, status } = limpia(['lang'], { input: LINES });
    expect(status).toBe(0);
    expect(stdout.split('\n').map(line => line.split('\t')[0])).toEqual(['spa', 'und', 'und', 'rus', '']);
    expect(stdout).toMatch(/^spa\t0\.\d\d\tLatn\n/);
  });

  it('answers with the wanted languages or und', () => {
    const { stdout } = limpia(['lang', '--languages', 'por,glg'], { input: LINES });
    expect(stdout).toMatch(/^(?:por|glg)\t/);
    expect(stdout).not.toContain('spa');
  });

  it('gives the runners-up as JSON', () => {
    const { stdout } = limpia(['lang', '--json'], { input: 'Han sagde, at det var en god dag.\n' });
    const { lang, alternatives } = JSON.parse(stdout) as { lang: string; alternatives: { lang: string }[] };
    expect(['dan', 'nob']).toContain(lang);
    expect(alternatives.map(alternative => alternative.lang)).not.toContain(lang);
  });

  it.each(['lang', 'repair'])('%s says where text comes from when it is given as an argument', command => {
    const { status, stderr } = limpia([command, 'Los pantanos']);
    expect(stderr).toContain(`limpia ${command} < FILE`);
    expect(status).toBe(2);
  });

  it('takes codes of two letters for those of three', () => {
    const { status, stdout } = limpia(['lang', '--languages', 'en,es'], { input: LINES });
    expect([status, stdout.slice(0, 4)]).toEqual([0, 'spa\t']);
  });
});
