/** Whether a UTF-16 unit is an accent by itself, which belongs to the letter before it. */
export function isAccent(unit: number): boolean {
  return unit >= 0x300 && unit < 0x370;
}

const letters = new Map<number, number>();

/** The letter that a letter and an accent are together; 0 for none. */
export function together(letter: number, accent: number): number {
  const key = letter * 0x10000 + accent;
  let both = letters.get(key);
  if (both === undefined) {
    const composed = String.fromCharCode(letter, accent).normalize('NFC');
    both = composed.length === 1 ? composed.charCodeAt(0) : 0;
    letters.set(key, both);
  }
  return both;
}
