import { bytesOf, charactersOf, PAGES } from './pages.js';

/** For each UTF-16 unit, which pages (by bit) could be at work. */
export interface ScanTables {
  /** The first byte starts a UTF-8 sequence that goes on in the next character. */
  readonly opens: Uint32Array;
  /** The first byte goes on with a UTF-8 sequence. */
  readonly goesOn: Uint32Array;
  /** Both bytes make a whole UTF-8 sequence. */
  readonly whole: Uint32Array;
  /** The page has it above ASCII, and it is no sign that stands beside words: mojibake does not stop short of it. */
  readonly within: Uint32Array;
}

/** Signs that are written beside words in clean text, and that may have been repaired or added after the accident. */
const MAY_STAND_BESIDE = /[\p{P}\p{Z}\ufffd]/u;

let single: ScanTables | undefined;
let all: ScanTables | undefined;

/** The tables that a unit calls for: those of double-byte pages are built only for East Asian characters. */
export function scanTables(unit: number): ScanTables {
  if (unit < 0x3400 || all) return all ?? (single ??= build(false));
  return isEastAsian(unit) ? (all = build(true)) : (single ??= build(false));
}

/** Where double-byte pages put bytes that start a UTF-8 sequence: ideographs, Hangul, private use, halfwidth kana. */
function isEastAsian(unit: number): boolean {
  return unit < 0xd800 || (unit >= 0xe000 && unit < 0xfb00) || (unit >= 0xff61 && unit <= 0xff9f);
}

function build(withDouble: boolean): ScanTables {
  const opens = new Uint32Array(0x10000);
  const goesOn = new Uint32Array(0x10000);
  const whole = new Uint32Array(0x10000);
  const within = new Uint32Array(0x10000);
  PAGES.forEach((page, bit) => {
    if (page.double && !withDouble) return;
    const bytes = bytesOf(page);
    const mask = 1 << bit;
    for (const code of charactersOf(page)) {
      const value = bytes[code] ?? 0;
      const first = value > 0xff ? value >> 8 : value;
      const continued = value <= 0xff || isTail(value & 0xff);
      within[code] = (within[code] ?? 0) | mask;
      if (isTail(first)) goesOn[code] = (goesOn[code] ?? 0) | mask;
      if (value > 0xff && first >= 0xc2 && first <= 0xdf && continued)
        whole[code] = (whole[code] ?? 0) | mask;
      else if (first >= (value > 0xff ? 0xe0 : 0xc2) && first <= 0xf4 && continued)
        opens[code] = (opens[code] ?? 0) | mask;
    }
  });
  for (let code = 0x80; code < 0x10000; code++)
    if (within[code] !== 0 && !isIdeographOrHangul(code) && MAY_STAND_BESIDE.test(String.fromCharCode(code))) within[code] = 0;
  return { opens, goesOn, whole, within };
}

/** Most of what double-byte pages have is none, which goes without asking. */
function isIdeographOrHangul(code: number): boolean {
  return (code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xd800);
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}
