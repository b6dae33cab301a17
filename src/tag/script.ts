import { unitClasses } from '../core/unit-classes.js';

/** Blocks of the Basic Multilingual Plane by script (ISO 15924), as `first-last` in hexadecimal (Unicode 15, Blocks.txt). */
const BLOCKS: Readonly<Record<string, string>> = {
  Latn: '0041-024F 0250-02AF 1E00-1EFF 2C60-2C7F A720-A7FF AB30-AB6F FB00-FB06 FF21-FF5A',
  Grek: '0370-03FF 1F00-1FFF',
  Cyrl: '0400-052F 1C80-1C8F 2DE0-2DFF A640-A69F',
  Armn: '0530-058F FB13-FB17',
  Hebr: '0590-05FF FB1D-FB4F',
  Arab: '0600-06FF 0750-077F 08A0-08FF FB50-FDFF FE70-FEFE',
  Syrc: '0700-074F',
  Thaa: '0780-07BF',
  Nkoo: '07C0-07FF',
  Deva: '0900-097F A8E0-A8FF',
  Beng: '0980-09FF',
  Guru: '0A00-0A7F',
  Gujr: '0A80-0AFF',
  Orya: '0B00-0B7F',
  Taml: '0B80-0BFF',
  Telu: '0C00-0C7F',
  Knda: '0C80-0CFF',
  Mlym: '0D00-0D7F',
  Sinh: '0D80-0DFF',
  Thai: '0E00-0E7F',
  Laoo: '0E80-0EFF',
  Tibt: '0F00-0FFF',
  Mymr: '1000-109F A9E0-A9FF AA60-AA7F',
  Geor: '10A0-10FF 1C90-1CBF 2D00-2D2F',
  Hang: '1100-11FF 3130-318F A960-A97F AC00-D7FF',
  Ethi: '1200-139F 2D80-2DDF AB00-AB2F',
  Cher: '13A0-13FF AB70-ABBF',
  Cans: '1400-167F 18B0-18FF',
  Khmr: '1780-17FF',
  Mong: '1800-18AF',
  Olck: '1C50-1C7F',
  Tfng: '2D30-2D7F',
  Hira: '3040-309F',
  Kana: '30A0-30FF 31F0-31FF FF66-FF9F',
  Hani: '3005-3007 3400-4DBF 4E00-9FFF F900-FAFF',
  Yiii: 'A000-A4CF',
  Java: 'A980-A9DF',
  // Combining marks: part of words in any script, and evidence of none.
  Zinh: '0300-036F',
};

/** ISO 15924 codes; the index is the value in the table below, 0 for what is no letter. */
export const SCRIPTS: readonly string[] = ['Zyyy', ...Object.keys(BLOCKS)];
export const HAN = SCRIPTS.indexOf('Hani');
export const MARKS = SCRIPTS.indexOf('Zinh');

let table: Uint8Array | undefined;

/** Script index of every UTF-16 code unit, 0 where it is no letter and no mark; 64 KiB, built on first use. */
export function scriptTable(): Uint8Array {
  if (table !== undefined) return table;
  const built = new Uint8Array(0x10000);
  const letters = unitClasses([[/[\p{L}\p{M}\p{Nl}]/u, 1]]);
  Object.values(BLOCKS).forEach((ranges, index) => {
    for (const range of ranges.split(' ')) {
      const [first = 0, last = 0] = range.split('-').map(code => Number.parseInt(code, 16));
      for (let unit = first; unit <= last; unit++) if (letters[unit] === 1) built[unit] = index + 1;
    }
  });
  // Lead surrogates of the planes that hold nothing but Han; their trail counts as no letter.
  built.fill(HAN, 0xd840, 0xd890);
  table = built;
  return built;
}

const counts = new Uint32Array(SCRIPTS.length);

/**
 * Letters of `text` by script index (see `SCRIPTS`); astral letters other than Han do not count. The answer holds until
 * the next call.
 */
export function countScripts(text: string, start = 0, end = text.length): Uint32Array {
  const scripts = scriptTable();
  counts.fill(0);
  for (let at = start; at < end; at++) {
    const script = scripts[text.charCodeAt(at)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  counts[0] = 0;
  counts[MARKS] = 0;
  return counts;
}

/** Letters of `text` between `start` and `end`, in UTF-16 code units. */
export function countLetters(text: string, start = 0, end = text.length): number {
  const scripts = scriptTable();
  let letters = 0;
  for (let at = start; at < end; at++) if (scripts[text.charCodeAt(at)] !== 0) letters++;
  return letters;
}
