/** Shorter lines are headings, labels and teasers about as often as sentences (UTF-16 units). */
const MIN_UNITS = 80;
/** CJK text says as much in a third of the units. */
const MIN_CJK = 30;
const MIN_SPACES = 8;
/** CJK text of one sentence or less. */
const MIN_ENDLESS_CJK = 60;

/** More of a line is not looked at (UTF-16 units). */
const MAX_UNITS = 2000;

/** What a unit means for the question, as bits. */
const SPACE = 1;
const END = 2;
/** Ends a sentence wherever it stands. */
const FULL_END = 4;
const CLOSER = 8;
const BLANK = 16;
const CJK = 32;

const KINDS = new Uint8Array(0x10000);
mark('.!?…。！？।؟۔', END);
mark('。！？', FULL_END);
mark(`"'”’»」』)]`, CLOSER);
mark(' ', SPACE);
mark('\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', BLANK);
for (let unit = 0x2000; unit <= 0x200a; unit++) mark(String.fromCharCode(unit), BLANK);
KINDS.fill(CJK, 0x3040, 0x3100);
KINDS.fill(CJK, 0x3400, 0xa000);

function mark(units: string, kind: number): void {
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i);
    KINDS[unit] = (KINDS[unit] ?? 0) | kind;
  }
}

/** Whether `[start, end)` reads like running text: long, of many words, with the end of a sentence in it. */
export function isProse(text: string, start: number, end: number): boolean {
  const units = end - start;
  if (units < MIN_CJK) return false;
  const stop = Math.min(end, start + MAX_UNITS);
  let spaces = 0;
  let fullEnds = 0;
  let hasCjk = false;
  let hasEnd = false;
  for (let i = start; i < stop; i++) {
    const kind = KINDS[text.charCodeAt(i)] ?? 0;
    if (kind === 0) continue;
    if ((kind & SPACE) !== 0) spaces++;
    else if ((kind & CJK) !== 0) hasCjk = true;
    else if (!hasEnd && (kind & END) !== 0)
      hasEnd = (kind & FULL_END) !== 0 || endsSentence(text, i + 1, stop);
    if ((kind & FULL_END) !== 0) fullEnds++;
    if (hasEnd && units >= MIN_UNITS && (spaces >= MIN_SPACES || hasCjk)) return true;
  }
  if (!hasEnd) return false;
  return hasCjk ? fullEnds >= 2 || units >= MIN_ENDLESS_CJK : units >= MIN_UNITS && spaces >= MIN_SPACES;
}

/** Whether closing signs and then white space or the end of the line follow. */
function endsSentence(text: string, from: number, stop: number): boolean {
  let i = from;
  while (i < stop && ((KINDS[text.charCodeAt(i)] ?? 0) & CLOSER) !== 0) i++;
  return i === stop || ((KINDS[text.charCodeAt(i)] ?? 0) & BLANK) !== 0;
}

/** Words of a line, as far as `most`: what stands between white space. */
export function countWords(line: string, most = Infinity): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < line.length && words <= most; i++) {
    const blank = ((KINDS[line.charCodeAt(i)] ?? 0) & BLANK) !== 0;
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return words;
}
