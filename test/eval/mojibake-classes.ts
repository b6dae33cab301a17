/**
 * Derives src/repair/mojibake/class-data.ts from the Unicode properties that this Node knows:
 *
 *     node .build/eval/mojibake-classes.js > src/repair/mojibake/class-data.ts
 *
 * Asking a regular expression for each takes 30 ms at the start of a run.
 */
const CLASSES: readonly (readonly [name: string, is: RegExp, what: string])[] = [
  [
    'UNASSIGNED',
    /[\p{Cn}\ue000-\uefff\uf100-\uf8ff]/u,
    'Nobody has written these; U+F000–F0FF are the signs of symbol fonts.',
  ],
  ['LETTER', /\p{L}/u, ''],
  ['MARK', /\p{M}/u, ''],
  ['SIGN', /\p{S}/u, ''],
  ['LOWER', /\p{Ll}/u, ''],
  ['UPPER', /\p{Lu}/u, ''],
  ['LATIN', /\p{Script=Latin}/u, ''],
  [
    'FOREIGN_LETTER',
    /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Lm}])\p{L}/u,
    'Letters of scripts that are the only one of their word.',
  ],
  [
    'ANY_SCRIPT',
    /[\p{Script=Latin}\p{P}\p{S}\p{Z}\p{N}\p{Extended_Pictographic}\p{M}]/u,
    'What stands in texts of any script.',
  ],
  [
    'EAST_ASIAN',
    /[\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]/,
    'Characters that double-byte pages have most of: ideographs, Hangul, halfwidth kana.',
  ],
  ['EAST_ASIAN_LETTER', /[\p{scx=Han}\p{scx=Hangul}\p{scx=Kana}]/u, ''],
  [
    'BESIDE',
    /[\p{P}\p{Z}\ufffd]/u,
    'Signs that are written beside words in clean text, and that may have been repaired or added after the accident.',
  ],
];

function classOf(point: number): number {
  const char = String.fromCodePoint(point);
  return CLASSES.reduce((bits, [, is], i) => (is.test(char) ? bits | (1 << i) : bits), 0);
}

const ranges: string[] = [];
let from = 0;
let last = -1;
for (let point = 0; point <= 0x10ffff; point++) {
  const now = classOf(point);
  if (now === last) continue;
  ranges.push(`${(point - from).toString(36)}:${now.toString(36)}`);
  from = point;
  last = now;
}

const names = CLASSES.map(([name, , what], i) => {
  const comment = what === '' ? '' : `/** ${what} */\n`;
  return `${comment}export const ${name} = ${1 << i};\n`;
});

process.stdout
  .write(`// Made by test/eval/mojibake-classes.ts from the properties of Unicode ${process.versions.unicode}. Don't edit.

${names.join('')}
/** Where the classes of code points change: how far behind the last place, and the classes from there on, to the base of 36. */
export const CLASS_RANGES =
  '${ranges.join(' ')}';
`);
