/** What a word in capitals may end with and a sign behind it be misread as: „PÁN PRSTENŮ“, “A MANHÃ”, LIBERĂ…, OÙ™. */

/** Quotation marks that close what one of these opened. */
const OPENERS: Readonly<Record<string, string>> = { '”': '“„”', '“': '„', '’': '‘‚' };
/** Signs that follow a word of any language. */
const SIGNS = new Set('…–—™');
const LETTER = /\p{L}/u;
const LF = 10;

/** Whether the sign at `at` ends a quotation that began on its line: it stands where it belongs. */
export function closesQuotation(units: Uint16Array, at: number): boolean {
  const sign = charAt(units, at);
  const openers = OPENERS[sign];
  if (openers === undefined) return false;
  for (let i = at - 1; i >= 0 && units[i] !== LF; i--) {
    const char = charAt(units, i);
    if (openers.includes(char)) return true;
    if (char === sign) return false;
  }
  return false;
}

/** Whether a sign that follows words ends one at `at`, or the ’s of a genitive does. */
export function followsWord(units: Uint16Array, at: number): boolean {
  const sign = charAt(units, at);
  const next = charAt(units, at + 1);
  if (SIGNS.has(sign)) return !LETTER.test(next);
  return sign === '’' && /^[sS]$/.test(next) && !LETTER.test(charAt(units, at + 2));
}

function charAt(units: Uint16Array, at: number): string {
  return String.fromCharCode(units[at] ?? 0);
}
