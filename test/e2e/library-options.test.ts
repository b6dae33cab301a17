import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as limpia from '../../dist/index.js';
import { folder } from '../support/cli.js';

/** As a program without types calls it. */
const call = (name: keyof typeof limpia, ...args: unknown[]): unknown =>
  (limpia[name] as (...args: unknown[]) => unknown)(...args);

async function errorOf(name: keyof typeof limpia, ...args: unknown[]): Promise<unknown> {
  try {
    return await call(name, ...args);
  } catch (error) {
    return error;
  }
}

describe('options of the library that cannot be meant are LimpiaErrors', () => {
  it.each<[keyof typeof limpia, unknown[], string]>([
    ['clean', ['raw', { output: 'x' }], 'clean: there is no option "output". Did you mean "out"?'],
    ['clean', ['raw', { Level: 'full' }], 'clean: there is no option "Level". Did you mean "level"?'],
    ['clean', ['raw', { dryRun: true }], 'clean: there is no option "dryRun". There is: out, rules, level'],
    ['clean', ['raw', 'clean'], 'clean: the options are an object, not "clean".'],
    ['clean', ['raw', { level: 'ful' }], `clean: "level" takes 'safe' or 'full', not "ful".`],
    ['clean', ['raw', { workers: '2' }], 'clean: "workers" takes a whole number from 1 up, not "2".'],
    ['clean', ['raw', { workers: 0 }], 'clean: "workers" takes a whole number from 1 up, not 0.'],
    ['clean', ['raw', { sample: 1.5 }], 'clean: "sample" takes a whole number from 1 up, not 1.5.'],
    ['clean', ['raw', { out: null }], 'clean: "out" takes a text, not null.'],
    ['clean', ['raw', { signal: true }], 'clean: "signal" takes an AbortSignal, not true.'],
    ['clean', ['raw', { onProgress: {} }], 'clean: "onProgress" takes a function, not an object.'],
    ['clean', [undefined], 'clean: the first argument is the path of a folder or file, not undefined.'],
    ['cleanText', ['x', { level: 'fast' }], `cleanText: "level" takes 'safe' or 'full', not "fast".`],
    ['cleanText', ['x', { fields: { titel: 'T' } }], 'cleanText, fields: there is no option "titel". Did you mean "title"?'],
    ['cleanText', ['x', { rules: 'nowhere' }], 'There is no folder nowhere.'],
    ['repair', ['x', { levle: 'full' }], 'repair: there is no option "levle". Did you mean "level"?'],
    ['repair', ['x', { level: 'FULL' }], `repair: "level" takes 'safe' or 'full', not "FULL".`],
    ['repair', ['x', { keepNoBreakSpaces: 'yes' }], 'repair: "keepNoBreakSpaces" takes true or false, not "yes".'],
    ['repair', [Promise.resolve('x')], 'repair: the first argument is a text, not a promise (is an await missing?).'],
    ['findDuplicates', [['a', 'b']], "findDuplicates: the first argument is a list of { id: 'a', text: '…' }, not a list."],
    ['repairMojibake', ['x', { level: 1 }], `repairMojibake: "level" takes 'safe' or 'full', not 1.`],
    ['repairMojibake', ['x', { toString: 1 }], 'repairMojibake: there is no option "toString".'],
    ['repairMojibake', ['x', ['full']], 'repairMojibake: the options are an object, not a list.'],
    ['identifyLanguage', ['x', { language: ['spa'] }], 'identifyLanguage: there is no option "language". Did you mean "languages"?'],
    ['identifyLanguage', ['x', { languages: 'spa' }], `identifyLanguage: "languages" takes a list of codes such as ['spa', 'eng'], not "spa".`],
    ['identifyLanguage', ['x', { languages: ['esp'] }], 'identifyLanguage: limpia knows no language "esp". Did you mean "spa" (Spanish)?'],
    ['identifyLanguage', ['x', { around: 'esp' }], 'identifyLanguage: limpia knows no language "esp".'],
    ['tagDocument', ['x', { format: 'html' }], `tagDocument: "format" takes 'plain' or 'markdown', not "html".`],
    ['decode', ['x'], 'decode: the first argument is a Buffer or Uint8Array, not "x".'],
    ['decode', [new Uint8Array(), { forced: 'koi9' }], 'decode: "forced" takes a charset such as koi8-r, not "koi9".'],
    ['findDuplicates', [[], { jacard: 0.5 }], 'findDuplicates: there is no option "jacard". Did you mean "jaccard"?'],
    ['findDuplicates', [[], { jaccard: 80 }], 'findDuplicates: "jaccard" takes a number from 0 to 1, not 80.'],
  ])('%s(…%j)', async (name, args, message) => {
    const error = await errorOf(name, ...args);
    expect(error).toBeInstanceOf(limpia.LimpiaError);
    expect((error as Error).message).toContain(message);
  }); // prettier-ignore

  it('a faulty rule of cleanText is told, with its place', async () => {
    const rules = folder({ 'a.yml': 'rules: {a: {lien: x}}\n' });
    expect(String(await errorOf('cleanText', 'x', { rules }))).toContain(`${join(rules, 'a.yml')}:1:`);
  });
});

describe('options that are fine', () => {
  it('may be left out or undefined', () => {
    expect(call('repair', 'despu茅s', { level: undefined })).toMatchObject({ text: 'después' });
    expect(call('repairMojibake', 'despu茅s', undefined)).toMatchObject({ text: 'después' });
    expect(call('findDuplicates', [{ id: 'a', text: 'x' }, { id: 'b', text: 'X' }], { jaccard: 0.9 })).toMatchObject([
      { id: 'b', keptId: 'a', how: 'exact' },
    ]);
  }); // prettier-ignore

  it('languages may have two letters, and a list that is changed is looked at anew', () => {
    const text = 'Los pantanos están casi vacíos.';
    const languages = ['pt'];
    expect(call('identifyLanguage', text, { languages })).toMatchObject({ lang: 'por' });
    languages.push('es');
    expect(call('identifyLanguage', text, { languages })).toMatchObject({ lang: 'spa' });
    expect(call('tagDocument', text, { languages: ['es'] })).toMatchObject({ lang: 'spa' });
  });

  it('bytes may be any Uint8Array, also a part of a larger one', () => {
    const bytes = new Uint8Array([0, 0xc3, 0xa9, 0]).subarray(1, 3);
    expect(call('decode', bytes)).toMatchObject({ text: 'é', charset: 'utf-8' });
  });
});
