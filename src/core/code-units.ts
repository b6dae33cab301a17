let bytes = Buffer.alloc(0);
let units = new Uint16Array(0);

/**
 * The UTF-16 code units of a text, at the front of a longer array that the next call writes over. Loops over it are some
 * times faster than over `charCodeAt`, which has to find out first how each string is stored.
 */
export function codeUnits(text: string): Uint16Array {
  if (units.length < text.length) {
    bytes = Buffer.alloc(Math.max(4096, 4 * text.length));
    units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  }
  bytes.write(text, 'utf16le');
  return units;
}
