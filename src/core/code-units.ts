/** UTF-16 units of a text that most are shorter than. */
export const USUAL = 1 << 16;
const usual = Buffer.alloc(2 * USUAL);

/**
 * The UTF-16 units of a text: loops over them take a third of the time that `charCodeAt` takes, which has to find out first
 * how each string is stored. Written over by the next call.
 */
export function codeUnits(text: string): Uint16Array {
  const bytes = text.length <= USUAL ? usual : Buffer.allocUnsafeSlow(2 * text.length);
  bytes.write(text, 0, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}
