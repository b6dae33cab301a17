import { describe, expect, it } from 'vitest';
import { LANGUAGES, languagesOf } from '../../src/core/languages.js';
import { languageFault } from '../../src/core/wanted-languages.js';
import { LANGUAGE_OF_SCRIPT } from '../../src/tag/languages.js';
import { modelOf } from '../../src/tag/model/load.js';

const franc = (await import(new URL('../../node_modules/franc/data.js', import.meta.url).href)) as {
  data: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** Scripts that several languages share, of which the model may have a part. */
const SHARED = [
  'Latn',
  'Cyrl',
  'Arab',
  'Deva',
  'Hebr',
  'Beng',
  'Ethi',
  'Grek',
  'Armn',
  'Thai',
  'Mymr',
  'Tibt',
];

it('the list of languages is that of the model, the scripts and franc', () => {
  const ofModel = SHARED.flatMap(script => modelOf(script)?.langs ?? []);
  const ofFranc = Object.values(franc.data)
    .flatMap(of => Object.keys(of))
    .map(code => languagesOf(code)[0] ?? code);
  const all = new Set([...ofModel, ...ofFranc, ...Object.values(LANGUAGE_OF_SCRIPT)]);
  all.delete('und');
  expect(LANGUAGES).toEqual([...all].sort());
});

describe('codes that stand for languages', () => {
  it.each([
    ['spa', ['spa']],
    ['es', ['spa']],
    ['und', ['und']],
    ['zh', ['zho']],
    ['cmn', ['zho']],
    ['arb', ['ara']],
    ['fa', ['fas']],
    ['no', ['nob', 'nno']],
    ['ku', ['kmr', 'ckb']],
    // Known to franc only.
    ['kbp', ['kbp']],
    ['esp', []],
    ['xx', []],
    ['', []],
    ['ES', []],
    ['zho_Hans', []],
  ])('%s is %j', (code, languages) => {
    expect(languagesOf(code)).toEqual(languages);
  });

  it('every code of two letters stands for something', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const two = letters.flatMap(a => letters.map(b => a + b)).filter(code => languageFault(code) === '');
    expect(two.length).toBeGreaterThan(130);
    for (const code of two) for (const one of languagesOf(code)) expect(LANGUAGES).toContain(one);
  });
});

describe('what was likely meant', () => {
  it.each([
    ['esp', 'spa'],
    ['español', 'spa'],
    ['english', 'eng'],
    ['ger', 'deu'],
    ['slo', 'slk'],
    ['jp', 'jpn'],
    ['cn', 'zho'],
    ['spn', 'spa'],
    ['cmn_Hans', 'zho'],
    ['zho-Hant', 'zho'],
    ['en-US', 'eng'],
    ['EN', 'eng'],
  ])('%s: %s', (wrong, meant) => {
    expect(languageFault(wrong)).toContain(`limpia knows no language "${wrong}". Did you mean "${meant}"`);
  });

  it.each(['xx', 'tlh', 'yue', 'qqqq', '', '<script>'])('%j: nothing, so where the list is', wrong => {
    expect(languageFault(wrong)).toContain('limpia lang --list');
  });
});
