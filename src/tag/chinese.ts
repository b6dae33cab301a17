import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './chinese-table.js';

/** Sides of a character, as steps on the balance. */
const SIMPLIFIED = 1;
const TRADITIONAL = -1;

let sides: Int8Array | undefined;

/** By UTF-16 unit; 64 KiB, built on first use. */
function sidesOf(): Int8Array {
  if (sides !== undefined) return sides;
  const built = new Int8Array(0x10000);
  for (let at = 0; at < SIMPLIFIED_ONLY.length; at++) built[SIMPLIFIED_ONLY.charCodeAt(at)] = SIMPLIFIED;
  for (let at = 0; at < TRADITIONAL_ONLY.length; at++) built[TRADITIONAL_ONLY.charCodeAt(at)] = TRADITIONAL;
  sides = built;
  return built;
}

/**
 * Hans or Hant by the characters that only one of the two writes. Hans where there are none, or as many of each: by
 * far most Chinese text is, and a few characters that both write say nothing.
 */
export function chineseScript(text: string): 'Hans' | 'Hant' {
  const table = sidesOf();
  let balance = 0;
  for (let at = 0; at < text.length; at++) balance += table[text.charCodeAt(at)] ?? 0;
  return balance < 0 ? 'Hant' : 'Hans';
}
