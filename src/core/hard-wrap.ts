/** A stretch of text, UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The non-empty lines of `text`, without the white space around each. */
export function lines(text: string): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    const span = trimmed(text, from, to);
    if (span.start < span.end) spans.push(span);
    from = to + 1;
  }
  return spans;
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** White space as `String.prototype.trim` has it. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0xa0;
  return OTHER_SPACES.has(unit) || (unit >= 0x2000 && unit <= 0x200a);
}

const OTHER_SPACES: ReadonlySet<number> = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

/** Hard-wrapped text breaks its lines at a width that people set, in characters. */
const WIDTHS = { least: 45, most: 100 };
/** So many lines in a row within a few characters of the width are no accident. */
const LEAST_LINES = 6;
/** Share of the lines followed by another of their block that must be nearly full and break inside a sentence. */
const FULL_SHARE = 0.75;
const BROKEN_SHARE = 0.5;
/** A full line leaves less room than the next line's first word takes; words of 15 letters are rare. */
const ROOM = 15;

/**
 * Whether a document's lines were broken at a width rather than where its paragraphs end: most lines that have a
 * successor in their block are nearly as long as the longest, and end inside a sentence.
 */
export function isHardWrapped(text: string, spans: readonly Span[] = lines(text)): boolean {
  let [inner, full, broken] = [0, 0, 0];
  const width = spans.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
  if (width < WIDTHS.least || width > WIDTHS.most) return false;
  spans.forEach(({ start, end }, index) => {
    const next = spans[index + 1];
    if (next === undefined || hasBlankLine(text, end, next.start)) return;
    inner++;
    if (end - start >= width - ROOM) full++;
    if (!/[.!?:;。！？…"”»')\]]/.test(text.charAt(end - 1))) broken++;
  });
  return inner >= LEAST_LINES && full >= inner * FULL_SHARE && broken >= inner * BROKEN_SHARE;
}

/** Whether a blank line stands between two offsets. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  const first = text.indexOf('\n', from);
  const second = text.indexOf('\n', first + 1);
  return first !== -1 && second !== -1 && second < to;
}
