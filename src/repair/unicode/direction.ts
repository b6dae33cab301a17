/** Letters written from right to left: Hebrew to Arabic Extended-A, their presentation forms, and Adlam and its like. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

const LINE_END = /[\n\v\f\r\x85\u2028\u2029]/g;

/**
 * Says whether the line of `text` around an offset holds right-to-left letters, so that marks of direction may
 * matter in it. Offsets asked for must not go down; each line is looked at once.
 */
export function rtlFinder(text: string): (offset: number) => boolean {
  let lineEnd = -1;
  let found = false;
  return offset => {
    while (offset >= lineEnd && lineEnd < text.length) {
      const start = lineEnd + 1;
      LINE_END.lastIndex = start;
      lineEnd = LINE_END.exec(text)?.index ?? text.length;
      found = offset <= lineEnd && RIGHT_TO_LEFT.test(text.slice(start, lineEnd));
    }
    return found;
  };
}
