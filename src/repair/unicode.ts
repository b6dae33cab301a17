import type { Edit } from '../core/document.js';
import { type EditStage, NOTHING } from '../core/stage.js';
import { smallest } from './smallest.js';
import { cleaner } from './unicode/clean.js';
import { COMBINING, longestMarks, seen, SURROGATE, unitClasses } from './unicode/classes.js';

/** Anything but printable ASCII, tab and line feed. */
const WANTS_LOOK = /[^\t\n\x20-\x7e]/;

/**
 * More combining characters in a row than this are left as they are (UAX #15, stream-safe text): sorting them takes
 * quadratic time, 1.5 s for 80,000, and no language stacks that many.
 */
const MAX_MARKS = 30;

/**
 * Unicode in one form: NFC, LF as the only line end, no controls, no invisible characters except where a script or an
 * emoji needs them, U+FFFD for lone surrogates. Quotes, dashes, ligatures and fullwidth forms stay as they are.
 */
export const unicode: EditStage = {
  id: 'unicode',
  version: 1,
  run(text) {
    if (!WANTS_LOOK.test(text)) return NOTHING;
    const classes = unitClasses();
    const found = seen(text, classes);
    if (found === 0) return NOTHING;
    const combining = (found & COMBINING) !== 0;
    const normalized =
      !combining || (longestMarks(text, classes) <= MAX_MARKS && text.normalize('NFC') === text);
    if (normalized && (found & ~COMBINING) === 0) return NOTHING;
    const edits = walk(text, classes, normalized);
    return edits.length === 0 ? NOTHING : { edits };
  },
  isFinal: true,
  mayWake: (text, edits) => !edits.every(edit => isAmongOrdinary(text, edit)),
  examples: [
    { from: 'cafe\u0301, o\u0323\u0301', to: 'café, ọ́' },
    { from: 'a\r\nb\rc\fd\u2028e\u0085f', to: 'a\nb\nc\nd\ne\nf' },
    { from: 'so\u00adft zero\u200bwidth \ufeffbom\u2060 nul\u0000', to: 'soft zerowidth bom nul' },
    { from: 'e\u200b\u0301', to: 'é' },
    { from: '👩\u200d💻 ❤\ufe0f 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 1\ufe0f\u20e3' },
    { from: 'می\u200cخواهم, क्\u200dष, ภาษา\u200bไทย' },
    { from: 'latin\u200cletters \u200d and\ufe0f', to: 'latinletters  and' },
    { from: '\u200eplain\u200f', to: 'plain' },
    { from: 'שלום\u200f (abc)\u200e' },
    { from: 'lone \ud83d and \ude00', to: 'lone \ufffd and \ufffd' },
    { from: '“curly” – ﬁ ＡＢＣ …' },
  ],
};

/** Whether nothing that an edit brings together has any bearing on its neighbour. */
function isAmongOrdinary(text: string, { start, end, insert }: Edit): boolean {
  const classes = unitClasses();
  const isOrdinary = (at: number): boolean =>
    at < 0 || at >= text.length || classes[text.charCodeAt(at)] === 0;
  return !WANTS_LOOK.test(insert) && isOrdinary(start - 1) && isOrdinary(end);
}

/** Cleans each stretch that holds something special, with its base character, so that it can be composed anew. */
function walk(text: string, classes: Uint8Array, normalized: boolean): Edit[] {
  const edits: Edit[] = [];
  const clean = cleaner(text);
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const what = classes[text.charCodeAt(i)] ?? 0;
    if (what === 0 || (normalized && what === COMBINING)) continue;
    if (what === SURROGATE && isOrdinaryPair(text, i)) {
      i++;
      continue;
    }
    const start = baseOf(text, classes, i, done);
    const end = stretchEnd(text, classes, i);
    const edit = smallest(text, start, end, compose(clean(start, end)), 'unicode');
    if (edit) edits.push(edit);
    done = end;
    i = end - 1;
  }
  return edits;
}

const MARKS = /[\p{M}\u1161-\u11ff]/gu;

function compose(stretch: string): string {
  if (stretch.length > MAX_MARKS && (stretch.match(MARKS)?.length ?? 0) > MAX_MARKS) return stretch;
  return stretch.normalize('NFC');
}

/** Back over combining characters to the character they combine with, but not before `from`. */
function baseOf(text: string, classes: Uint8Array, at: number, from: number): number {
  let start = at;
  while (start > from && classes[text.charCodeAt(start - 1)] === COMBINING) start--;
  if (start > from) start--;
  if (
    start > from &&
    (text.charCodeAt(start) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(start - 1) & 0xfc00) === 0xd800
  )
    start--;
  return start;
}

function stretchEnd(text: string, classes: Uint8Array, at: number): number {
  let end = at;
  while (end < text.length) {
    const what = classes[text.charCodeAt(end)];
    if (what === 0 || (what === SURROGATE && isOrdinaryPair(text, end))) break;
    end += what === SURROGATE && (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return Math.max(end, at + 1);
}

/** Combining, changed by NFC, a tag, a variation selector, or a noncharacter. */
const SPECIAL_PAIR = /^[\p{M}\u{e0000}-\u{e0fff}\u{1d15e}-\u{1d1c0}\u{2f800}-\u{2fa1f}]/u;

/** A well-formed pair that needs nothing and starts a new stretch. */
function isOrdinaryPair(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff && (point & 0xfffe) !== 0xfffe && !SPECIAL_PAIR.test(String.fromCodePoint(point));
}
