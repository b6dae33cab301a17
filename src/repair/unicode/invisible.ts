/** Scripts whose letters join or form conjuncts, so that ZWJ and ZWNJ change what is read (Unicode 9.2, 12.1, 23.2). */
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Newa}\p{scx=Cakm}\p{scx=Java}\p{scx=Bali}]/u;

/** Scripts written without spaces, where ZWSP marks the word boundary. */
const SPACELESS =
  /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Lana}\p{scx=Talu}\p{scx=Tale}]/u;

const LETTER = /[\p{L}\p{M}]/u;
const EMOJI_END = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u{e007f}]/u;
const EMOJI_START = /\p{Extended_Pictographic}/u;
const VARIES =
  /[\p{Emoji}\p{S}\p{Script=Han}\p{scx=Mymr}\p{scx=Phag}\p{scx=Mong}\u203c\u2049\u3001\u3002\uff00-\uff5e]/u;

/**
 * Whether an invisible character does something between what is kept before it and what stands after it. Of several
 * in a row only the last can stay, so that what stays has visible neighbours, now and in a second pass.
 */
export function isKeptInvisible(point: number, before: string, text: string, after: number): boolean {
  const next = text.codePointAt(after);
  const following = next === undefined ? '' : String.fromCodePoint(next);
  switch (point) {
    case 0x200b:
      return SPACELESS.test(before) && SPACELESS.test(following);
    case 0x200c:
      return isLetterOf(JOINING, before) && isLetterOf(JOINING, following);
    case 0x200d:
      if (EMOJI_END.test(before)) return EMOJI_START.test(following);
      return (
        isLetterOf(JOINING, before) ||
        (!LETTER.test(before) && before !== '\u200d' && isLetterOf(JOINING, following))
      );
    default:
      return isKeptSelector(point, before, next);
  }
}

function isLetterOf(script: RegExp, char: string): boolean {
  return script.test(char) && LETTER.test(char);
}

/** Variation selectors after what can vary; tag characters in the flags of England, Scotland and their like. */
function isKeptSelector(point: number, before: string, next: number | undefined): boolean {
  const previous = before.codePointAt(0) ?? 0;
  if (point >= 0xfe00 && point <= 0xfe0f)
    return /[0-9#*]/.test(before) ? next === 0x20e3 : VARIES.test(before);
  if (point >= 0xe0100 && point <= 0xe01ef) return /\p{Script=Han}/u.test(before);
  if (point >= 0xe0020 && point <= 0xe007f)
    return previous === 0x1f3f4 || (previous >= 0xe0020 && previous < 0xe007f);
  return false;
}
