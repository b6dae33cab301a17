/** UTF-16 units of a text that most are shorter than. */
export const USUAL = 1 << 16;

/**
 * What gives the UTF-16 units of a text, with a 0 behind the last one and more behind that, for loops that stop by what they
 * read. Written over when it is asked for the next ones: who needs those of two texts at once needs two of these.
 */
export function unitBuffer(): (text: string) => Uint16Array {
  const usual = Buffer.alloc(2 * (USUAL + 1));
  const usualUnits = new Uint16Array(usual.buffer, usual.byteOffset, USUAL + 1);
  return text => {
    if (text.length <= USUAL) {
      usual.write(text, 0, 'utf16le');
      usualUnits[text.length] = 0;
      return usualUnits;
    }
    const bytes = Buffer.allocUnsafeSlow(2 * (text.length + 1));
    bytes.write(text, 0, 'utf16le');
    bytes.writeUInt16LE(0, 2 * text.length);
    return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length + 1);
  };
}

/** As `unitBuffer` says; written over by the next call, and by that of `codeUnits`. */
export const endedCodeUnits = unitBuffer();

/**
 * The UTF-16 units of a text: loops over them take a third of the time that `charCodeAt` takes, which has to find out first
 * how each string is stored. Written over by the next call.
 */
export function codeUnits(text: string): Uint16Array {
  return endedCodeUnits(text).subarray(0, text.length);
}
