import iconv from 'iconv-lite';

/**
 * Derives src/repair/mojibake/page-data.ts from the tables of iconv-lite, which takes ten times as long to build them:
 *
 *     node .build/eval/mojibake-pages.js > src/repair/mojibake/page-data.ts
 */
const SINGLE = (
  'windows-1252 macintosh windows-1251 windows-1250 windows-1254 windows-1253 windows-1257 windows-1256 windows-1255 ' +
  'windows-1258 cp437 cp850 cp852 cp866 koi8-r koi8-u windows-874 iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-15 cp857 ' +
  'maccyrillic cp775 cp862 cp737 cp855 cp860 cp861 cp863 cp865 cp869 cp864 iso-8859-3 iso-8859-4 iso-8859-6 ' +
  'iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-16 maccenteuro macgreek macturkish maccroatian macromania'
).split(' ');

/** Pages with characters of two bytes, and what iconv-lite calls them. */
const DOUBLE: Readonly<Record<string, string>> = {
  gbk: 'cp936',
  big5: 'cp950',
  shift_jis: 'cp932',
  'euc-kr': 'cp949',
  'euc-jp': 'euc-jp',
};

/** The UTF-16 unit above ASCII that bytes stand for; 0 for none. */
function unitAt(bytes: readonly number[], page: string): number {
  const char = iconv.decode(Buffer.from(bytes), DOUBLE[page] ?? page);
  const code = char.charCodeAt(0);
  return char.length === 1 && code >= 0x80 && code !== 0xfffd ? code : 0;
}

/** Characters as they are; how many places have none as a number; how many go on from the last one as letters. */
function packed(units: readonly number[]): string {
  let out = '';
  for (let i = 0; i < units.length;) {
    const from = i;
    const unit = units[i] ?? 0;
    if (unit === 0) {
      while (i < units.length && units[i] === 0) i++;
      out += i === units.length ? '' : String(i - from);
      continue;
    }
    out += written(unit);
    while (i < units.length && units[i] === unit + i - from) i++;
    const more = i - from - 1;
    if (more > 1) out += inLetters(more);
    else for (let next = 1; next <= more; next++) out += written(unit + next);
  }
  return out;
}

/** A number to the base of 26, the highest place first. */
function inLetters(number: number): string {
  const rest = Math.floor(number / 26);
  return (rest > 0 ? inLetters(rest) : '') + String.fromCharCode(0x41 + (number % 26));
}

const ESCAPED = /[\p{C}\p{Z}\p{M}\ufffe\uffff]/u;

function written(unit: number): string {
  const char = String.fromCharCode(unit);
  return ESCAPED.test(char) ? `\\u${unit.toString(16).padStart(4, '0')}` : char;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const rows = [...SINGLE, ...Object.keys(DOUBLE)].map(name => {
  const single = packed(range(0x80, 0x100).map(byte => unitAt([byte], name)));
  const pairs = DOUBLE[name]
    ? packed(range(0x81, 0xff).flatMap(lead => range(0x40, 0xff).map(trail => unitAt([lead, trail], name))))
    : '';
  return `  ${/^\w+$/.test(name) ? name : `'${name}'`}: [\n    '${single}',\n    '${pairs}',\n  ],\n`;
});

process.stdout.write(`// Made by test/eval/mojibake-pages.ts from the tables of iconv-lite 0.7.3. Don't edit.

/**
 * By page: the characters of the bytes 80–FF, and of the pairs of 81–FE and 40–FE. Digits say at how many places there is
 * none, capitals to the base of 26 how many code points follow the last one.
 */
export const PAGE_DATA: Readonly<Record<string, readonly [single: string, pairs: string]>> = {
${rows.join('')}};
`);
