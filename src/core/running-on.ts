/** Lines of a text, `[start, end)` of each in UTF-16 units, in order; blank ones are none. */
export interface LinePlaces {
  readonly text: string;
  readonly count: number;
  readonly start: (line: number) => number;
  readonly end: (line: number) => number;
}

/** A shorter line is a heading or a label, which ends without a full stop as well (UTF-16 units). */
const LONG = 45;
const ENDS = /[.!?:;…。！？؟۔]["'”’»)\]]*$/u;
const SMALL = /^["'“‘«([]*\p{Ll}/u;
const ONE_BREAK = /^[ \t]*\n[ \t]*$/;
/** Units at the ends of a line that tell. */
const EDGE = 8;

/** Whether a line breaks off within a sentence, for all that can be told from itself: a long one without its end. */
export function breaksOff({ text, start, end }: LinePlaces, line: number): boolean {
  return end(line) - start(line) >= LONG && !ENDS.test(text.slice(end(line) - EDGE, end(line)));
}

/** Whether a line right behind the one before it, without a blank one between, begins with a small letter. */
export function takesUp({ text, count, start, end }: LinePlaces, line: number): boolean {
  return (
    line > 0 &&
    line < count &&
    SMALL.test(text.slice(start(line), start(line) + EDGE)) &&
    ONE_BREAK.test(text.slice(end(line - 1), start(line)))
  );
}

/** Whether a sentence goes on from the line before to this one. */
export function goesOn(places: LinePlaces, line: number): boolean {
  return takesUp(places, line) && breaksOff(places, line - 1);
}
