import { largeUint32 } from '../core/large-array.js';

/** Strings of Latin-1 in one byte a letter, where each by itself takes dozens more. */
export interface ByteStrings {
  readonly push: (text: string) => void;
  readonly at: (index: number) => string;
}

/** Bytes in one piece: a single one for all would be copied each time that it grows. */
const BLOCK_BYTES = 1 << 20;
/** Longer strings, of which hardly any corpus has one, stay as they are. */
const LONGEST = 1 << 16;
const MOST = 0xffffffff;

/** @param count how many there will be. */
export function byteStrings(count: number): ByteStrings {
  const blocks: Buffer[] = [];
  /** Where each ends, as if all blocks were one; it begins where the last one ends, or with its block. */
  const ends = largeUint32(count + 1);
  const long = new Map<number, string>();
  let [length, used] = [0, 0];
  return {
    push: text => {
      if (text.length > LONGEST) long.set(length, text);
      else if (text.length > 0) {
        if ((used % BLOCK_BYTES) + text.length > BLOCK_BYTES) used = blocks.length * BLOCK_BYTES;
        if (used === blocks.length * BLOCK_BYTES) blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
        used += blocks.at(-1)?.write(text, used % BLOCK_BYTES, 'latin1') ?? 0;
      }
      if (used > MOST) throw new RangeError('strings of more than 4 GB');
      ends[++length] = used;
    },
    at: index => {
      const [begin, end] = [ends[index] ?? 0, ends[index + 1] ?? 0];
      if (end === begin) return long.get(index) ?? '';
      const block = Math.floor((end - 1) / BLOCK_BYTES);
      const base = block * BLOCK_BYTES;
      return blocks[block]?.toString('latin1', Math.max(0, begin - base), end - base) ?? '';
    },
  };
}
