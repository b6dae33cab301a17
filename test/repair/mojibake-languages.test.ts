import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert } from '../../src/core/edits.js';
import { repairMojibake } from '../../src/repair/mojibake.js';
import { shared } from '../support/shared.js';
import { misreadInTurn, readAs } from './misread.js';

const LANGUAGES = 75;
/** Lines that a language has at least, so that it has some of a sentence's length. */
const ENOUGH = 4000;
const KEPT = 200;

const { path, missing } = shared('train/lid');

/** Sentences with characters beyond ASCII of the languages that have most of them, by language. */
const sentences = missing ? new Map<string, string[]>() : readSentences(join(path, 'text.tsv.xz'));

function readSentences(file: string): Map<string, string[]> {
  const { stdout } = spawnSync('xz', ['-dc', file], { maxBuffer: 1 << 30 });
  const counts = new Map<string, number>();
  const kept = new Map<string, string[]>();
  for (const line of stdout.toString().split('\n')) {
    const [language = '', , text = ''] = line.split('\t');
    counts.set(language, (counts.get(language) ?? 0) + 1);
    if (text.length < 30 || text.length > 200 || !/[^\0-\x7f‘’“”–—…]/.test(text)) continue;
    const list = kept.get(language) ?? [];
    kept.set(language, list);
    if (list.length < KEPT) list.push(text);
  }
  const enough = [...kept].filter(
    ([language, list]) => list.length === KEPT && (counts.get(language) ?? 0) >= ENOUGH,
  );
  // Of each script in turn one more language, so that it is not those of one script.
  const turns = new Map<string, number>();
  const inTurn = enough.map(entry => {
    const script = entry[0].slice(-4);
    const turn = (turns.get(script) ?? 0) + 1;
    turns.set(script, turn);
    return { entry, turn };
  });
  inTurn.sort((x, y) => x.turn - y.turn);
  return new Map(inTurn.slice(0, LANGUAGES).map(({ entry }) => entry));
}

const RUNS = 150;

/** Garbles sentences of all languages at random; gives the share that came back. */
function shareRestored(garble: (sentence: string) => string | undefined): number {
  let tried = 0;
  let restored = 0;
  const texts = [...sentences.values()]
    .flat()
    .filter(sentence => (garble(sentence) ?? sentence) !== sentence);
  expect(texts.length).toBeGreaterThan(KEPT / 2);
  fc.assert(
    fc.property(fc.constantFrom(...texts), sentence => {
      const garbled = garble(sentence);
      if (garbled === undefined) return;
      const { text, edits } = repairMojibake(garbled);
      expect(apply(text, invert(edits))).toBe(garbled);
      expect(repairMojibake(text).edits).toEqual([]);
      tried++;
      if (text === sentence) restored++;
    }),
    { numRuns: RUNS, seed: 20261121 },
  );
  return restored / tried;
}

describe.skipIf(missing)('sentences in 75 languages', () => {
  it('are there', () => {
    expect(sentences.size).toBe(LANGUAGES);
  });

  it.each([
    ...['latin1', 'win1252', 'win1250', 'win1251', 'win1253', 'win1254', 'win1255', 'win1256', 'win1257'],
    ...['win1258', 'macintosh', 'cp437', 'cp850', 'cp852', 'cp866', 'koi8-r', 'koi8-u', 'cp874'],
    ...['cp775'],
    ...['gbk', 'gb18030', 'big5', 'cp932', 'cp949', 'win1252+win1252', 'macintosh+win1252', 'gbk+gbk'],
  ])('come back whose UTF-8 was read as %s', chain => {
    expect(shareRestored(sentence => misreadInTurn(sentence, chain))).toBeGreaterThan(0.95);
  });

  // What one of these makes of a letter is mostly what a commoner page makes of another.
  it.each(['iso-8859-2', 'iso-8859-7', 'iso-8859-15', 'cp857'])(
    'come back as a rule whose UTF-8 was read as %s',
    chain => {
      expect(shareRestored(sentence => misreadInTurn(sentence, chain))).toBeGreaterThan(0.7);
    },
  );

  it.each([
    ['win1251', 'win1252', /\p{Script=Cyrillic}/u],
    ['koi8-r', 'win1251', /\p{Script=Cyrillic}/u],
    ['cp866', 'win1252', /\p{Script=Cyrillic}/u],
    ['win1253', 'win1252', /\p{Script=Greek}/u],
    ['win1255', 'win1252', /\p{Script=Hebrew}/u],
    ['win1256', 'win1252', /\p{Script=Arabic}/u],
    ['cp874', 'win1252', /\p{Script=Thai}/u],
  ])('come back that were written in %s and read as %s', (written, read, script) => {
    const garble = (sentence: string): string | undefined =>
      script.test(sentence) ? readAs(sentence, written, read) : undefined;
    expect(shareRestored(garble)).toBeGreaterThan(0.8);
  });
});
