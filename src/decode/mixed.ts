import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Decoded } from './decode.js';

/** What a browser makes of each byte in windows-1252: iconv-lite's table, with C1 controls for undefined bytes. */
const WINDOWS_1252: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const char = iconv.decode(Buffer.from([byte]), 'windows-1252');
  return char === '\ufffd' ? String.fromCharCode(byte) : char;
});

/**
 * Bytes that are not valid UTF-8 as a whole: valid multi-byte sequences stay UTF-8, every other byte above
 * 0x7F is windows-1252. A file in windows-1252 has hardly any valid sequence by chance, and a UTF-8 file with
 * a stray byte keeps its other letters.
 */
export function decodeMixed(bytes: Buffer): Decoded {
  const pieces: string[] = [];
  let sequences = 0;
  let from = 0;
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      sequences++;
      i += length;
      continue;
    }
    pieces.push(bytes.toString('utf8', from, i), WINDOWS_1252[byte] ?? '');
    from = ++i;
  }
  pieces.push(bytes.toString('utf8', from));
  return { text: pieces.join(''), charset: sequences > 0 ? 'utf-8+windows-1252' : 'windows-1252' };
}

/** Length in bytes of the valid UTF-8 sequence at `i`, or 0. */
function sequenceLength(bytes: Buffer, i: number): number {
  const byte = bytes[i] ?? 0;
  const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
  return length > 0 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}
