/**
 * White space that may be normalised, as a table by UTF-16 unit: tab, LF, space, U+00A0, U+2000–U+200A, U+202F,
 * U+205F, U+3000. Other line ends are the unicode stage's; U+1680 is a visible stroke of Ogham.
 */
const SPACE = new Uint8Array(0x10000);
for (const code of [9, 10, 32, 0xa0, 0x202f, 0x205f, 0x3000]) SPACE[code] = 1;
SPACE.fill(1, 0x2000, 0x200b);

export function isSpace(unit: number): boolean {
  return SPACE[unit] === 1;
}

/** CJK punctuation, kana, ideographs, Hangul and fullwidth forms: characters an ideographic space may stand between. */
const WIDE = /^[\u3001-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uffee\udc00-\udfff\ud840-\ud87f]$/;

const TAB = 9;
const LF = 10;

/** Says whether a run of several tabs at an offset borders cells. Offsets asked for must not go down. */
export type InTable = (offset: number) => boolean;

/**
 * A line with two or more runs of tabs between its cells is a row of a table, and its empty cells matter. Each line
 * is looked at once, so that a row of many cells costs no more than its length.
 */
export function rowFinder(text: string): InTable {
  let lineEnd = -1;
  let row = false;
  return offset => {
    if (offset < lineEnd) return row;
    let runs = 0;
    let i = text.lastIndexOf('\n', offset) + 1;
    for (; i < text.length && text.charCodeAt(i) !== LF; i++) {
      if (text.charCodeAt(i) !== TAB) continue;
      const start = i;
      while (text.charCodeAt(i + 1) === TAB) i++;
      if (
        start > 0 &&
        i + 1 < text.length &&
        !isSpace(text.charCodeAt(start - 1)) &&
        !isSpace(text.charCodeAt(i + 1))
      )
        runs++;
    }
    lineEnd = i;
    row = runs > 1;
    return row;
  };
}

/**
 * What stands for a run of white space within a line. A single tab stays, as do several in a row of a table: they
 * separate cells. U+3000 stays, once, between CJK characters: it is their word space.
 */
export function inlineSpace(
  text: string,
  start: number,
  end: number,
  inTable: InTable,
  keepNoBreakSpaces: boolean,
): string {
  const run = text.slice(start, end);
  if (/^\t+$/.test(run)) return run.length === 1 || inTable(start) ? run : ' ';
  if (run.includes('\u3000') && WIDE.test(text[start - 1] ?? '') && WIDE.test(text[end] ?? ''))
    return '\u3000';
  if (!keepNoBreakSpaces) return ' ';
  return /[\u00a0\u2007\u202f]/.exec(run)?.[0] ?? ' ';
}
