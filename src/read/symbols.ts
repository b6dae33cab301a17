/**
 * Bytes as a scanner for ASCII signs may see them: one symbol a code unit, its value where it is ASCII, 0x80 or more
 * where it is not.
 */
export interface Symbols {
  /** Bytes a symbol. */
  readonly width: 1 | 2;
  /** The symbols of the next piece of a file; pieces are whole numbers of symbols. */
  readonly next: (piece: Buffer) => Uint8Array;
}

const OTHER = 0xff;

export function symbolsOf(charset = ''): Symbols {
  const name = charset.toLowerCase();
  if (/^(?:utf-?16|ucs-?2)/.test(name)) return wide(name.endsWith('be'));
  if (/^(?:gb|cp936|big5|cp950|shift_?jis|sjis|cp932|windows-31j|ms936|ms950)/.test(name))
    return double(/jis|932|31j/.test(name) ? isShiftJisLead : isLead);
  return { width: 1, next: piece => piece };
}

function wide(bigEndian: boolean): Symbols {
  const [high, low] = bigEndian ? [0, 1] : [1, 0];
  const next = (piece: Buffer): Uint8Array => {
    const symbols = new Uint8Array(piece.length >> 1);
    for (let i = 0; i < symbols.length; i++) {
      const byte = piece[2 * i + low] ?? OTHER;
      symbols[i] = piece[2 * i + high] === 0 ? byte : OTHER;
    }
    return symbols;
  };
  return { width: 2, next };
}

/** The second byte of a character may look like a backslash or a brace. */
function double(leads: (byte: number) => boolean): Symbols {
  let inside = false;
  const next = (piece: Buffer): Uint8Array => {
    const symbols = Uint8Array.from(piece);
    for (let i = 0; i < piece.length; i++) {
      if (inside) {
        // A line feed is none of a character's bytes: a broken character ends there.
        if (piece[i] !== 0x0a && piece[i] !== 0x22) symbols[i] = OTHER;
        inside = false;
      } else inside = leads(piece[i] ?? 0);
    }
    return symbols;
  };
  return { width: 1, next };
}

function isLead(byte: number): boolean {
  return byte > 0x80 && byte < 0xff;
}

function isShiftJisLead(byte: number): boolean {
  return (byte > 0x80 && byte < 0xa0) || (byte >= 0xe0 && byte < 0xfd);
}
