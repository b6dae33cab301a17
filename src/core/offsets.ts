const SURROGATE = /[\ud800-\udfff]/;

/** Whether code points and UTF-16 code units of `text` are counted alike. */
export function isOneToOne(text: string): boolean {
  return !SURROGATE.test(text);
}

/** Number of Unicode code points in `text`; a lone surrogate counts as one, as in Python. */
export function codePointLength(text: string): number {
  if (isOneToOne(text)) return text.length;
  let pairs = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (isPair(text, i)) {
      pairs++;
      i++;
    }
  }
  return text.length - pairs;
}

/** A reader of ascending UTF-16 offsets of `text` as code point offsets, in one pass over the text. */
export function codePointCounter(text: string): (offset: number) => number {
  if (isOneToOne(text)) return offset => offset;
  let at = 0;
  let pairs = 0;
  return offset => {
    for (; at < offset; at++) {
      if (isPair(text, at) && at + 1 < offset) {
        pairs++;
        at++;
      }
    }
    return offset - pairs;
  };
}

/** A reader of ascending code point offsets of `text` as UTF-16 offsets, in one pass over the text. */
export function utf16Counter(text: string): (offset: number) => number {
  if (isOneToOne(text)) return offset => offset;
  let at = 0;
  let seen = 0;
  return offset => {
    for (; seen < offset && at < text.length; seen++) at += isPair(text, at) ? 2 : 1;
    return at;
  };
}

function isPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}
