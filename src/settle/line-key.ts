import { unitBuffer } from '../core/code-units.js';
import { COMPOSING } from './folded.js';
import * as lanes from './hash53.js';
import { CLASS_BITS, letterTable } from './letters.js';
import { unitClasses, unitsLike } from '../core/unit-classes.js';

// V8 reads what another module exports at each turn of a loop.
const { firstLane, firstWith, joined, secondLane, secondWith } = lanes;

/** What the units of a line are to its key. */
const SPACE = 1;
const DIGIT = 2;
const LETTER = 3;
/** What compatibility normalisation makes of it depends on its neighbours, or is several units. */
const CONTEXT = 4;

/** Bits of a unit's kind in the tables; what the key counts it as stands above them. */
const KIND_BITS = 3;
const KIND = (1 << KIND_BITS) - 1;

let normalTable: Int32Array | undefined;
let anyTable: Int32Array | undefined;

/** For text that is normalised. */
function tableOfNormal(): Int32Array {
  return (normalTable ??= makeNormal());
}

function makeNormal(): Int32Array {
  const letters = letterTable();
  const kinds = unitClasses([
    [/\s/u, SPACE],
    [/\p{Nd}/u, DIGIT],
    [/\p{L}/u, LETTER],
  ]).fill(LETTER, 0xd800, 0xe000);
  return Int32Array.from(kinds, (kind, code) => {
    const small = (letters[code] ?? 0) >> CLASS_BITS;
    return ((small || code) << KIND_BITS) | kind;
  });
}

/** For any text. */
function tableOfAny(): Int32Array {
  return (anyTable ??= makeAny());
}

function makeAny(): Int32Array {
  const normal = tableOfNormal();
  const any = normal.slice().fill(CONTEXT, 0xd800, 0xe000);
  for (const unit of unitsLike(COMPOSING)) any[unit.charCodeAt(0)] = CONTEXT;
  // Whatever normalisation changes is among these, and much besides.
  for (const unit of unitsLike(/\p{Changes_When_NFKC_Casefolded}/u)) {
    const to = unit.normalize('NFKC');
    const isOne = to.length === 1 && !COMPOSING.test(to);
    any[unit.charCodeAt(0)] = isOne ? (normal[to.charCodeAt(0)] ?? CONTEXT) : CONTEXT;
  }
  return any;
}

/**
 * Hash of a line on a host, the same for lines that `normalLine` makes the same; undefined for one without letters.
 * @param hostHash of the host.
 */
export function lineKey(line: string, isSentence: boolean, hostHash: number): number | undefined {
  return lineKeyIn(line, unitsOfLine(line), { start: 0, end: line.length }, isSentence, hostHash);
}

/**
 * The same of a line of a text, without the spaces at its ends.
 * @param codes of the text.
 */
export function lineKeyIn(
  text: string,
  codes: Uint16Array,
  { start, end }: { readonly start: number; readonly end: number },
  isSentence: boolean,
  hostHash: number,
): number | undefined {
  let hash = hashOf(codes, start, end, isSentence, hostHash, tableOfAny());
  if (hash === NOT_NORMAL) {
    const plain = text.slice(start, end).normalize('NFKC');
    hash = hashOf(unitsOfLine(plain), 0, plain.length, isSentence, hostHash, tableOfNormal());
  }
  return hash === NO_LETTERS ? undefined : hash;
}

const unitsOfLine = unitBuffer();

/** No hash is below zero. */
const NO_LETTERS = -1;
const NOT_NORMAL = -2;

const BLANK = 0x20;
const ZERO = 0x30;

function hashOf(
  codes: Uint16Array,
  start: number,
  end: number,
  isSentence: boolean,
  hostHash: number,
  table: Int32Array,
): number {
  let a = firstLane(hostHash);
  let b = secondLane(hostHash);
  let hasLetters = false;
  let last = SPACE;
  for (let at = start; at < end; at++) {
    const unit = table[codes[at] ?? 0] ?? 0;
    const kind = unit & KIND;
    const before = last;
    last = kind;
    if (kind === CONTEXT) return NOT_NORMAL;
    // A space counts when something follows it.
    if (kind === SPACE) continue;
    const isNumber = kind === DIGIT && !isSentence;
    if (isNumber && before === DIGIT) continue;
    if (before === SPACE && at > start) {
      a = firstWith(a, BLANK);
      b = secondWith(b, BLANK);
    }
    const counted = isNumber ? ZERO : unit >> KIND_BITS;
    a = firstWith(a, counted);
    b = secondWith(b, counted);
    if (kind === LETTER) hasLetters = true;
  }
  return hasLetters ? joined(a, b) : NO_LETTERS;
}
