import * as tokens from './tokens.js';
import { unitClasses } from '../core/unit-classes.js';

// V8 reads what another module exports at each turn of a loop.
const { KIND, LOWER, MARK } = tokens;

const OPENER = 1;
const BLANK = 2;
/** Spaces between the end of a sentence and a word, at most. */
const SPACES = 3;

let edges: Uint8Array | undefined;

/** Whether a capital there says anything: not after what ends a sentence, or opens a line. */
export function isName(codes: Uint16Array, start: number, end: number, table: Int32Array): boolean {
  if (!isTitleCase(codes, start, end, table)) return false;
  const kinds = edgeTable();
  for (let at = start - 1; at >= 0 && at >= start - SPACES; at--) {
    const edge = kinds[codes[at] ?? 0];
    if (edge === OPENER) return false;
    if (edge !== BLANK) return true;
  }
  return false;
}

/** What each UTF-16 code unit is to `isName`. */
function edgeTable(): Uint8Array {
  return (edges ??= unitClasses([
    [/[.!?…:;\n"“”«»„‘'*|•–—-]/u, OPENER],
    [/\s/u, BLANK],
  ]));
}

/** Whether a word begins with a capital and goes on with small letters. */
function isTitleCase(codes: Uint16Array, start: number, end: number, table: Int32Array): boolean {
  let at = start + 1;
  while (at < end && ((table[codes[at] ?? 0] ?? 0) & KIND) === MARK) at++;
  return at < end && ((table[codes[at] ?? 0] ?? 0) & KIND) === LOWER;
}
