import type { RawRecord, SplitOptions, Splitter } from './format.js';

const LF = 0x0a;
const SPACES = new Set([0x20, 0x09, 0x0d, 0x00]);

/**
 * Cuts a file into lines, without their ends; blank lines are no records. Works on bytes, so that a line never
 * becomes a string before it is known to be short enough. UTF-16 files are cut at their own line ends.
 */
export function splitLines({ start, skipFirst, stop, maxBytes, charset }: SplitOptions): Splitter {
  let newline: Buffer | undefined;
  let offset = start;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let carry: Buffer = Buffer.alloc(0);
  let skipping = skipFirst;
  let done = false;

  function finish(last: Buffer): RawRecord[] {
    const at = offset;
    const length = pendingBytes + last.length;
    const pieces = pending;
    pending = [];
    pendingBytes = 0;
    if (skipping) {
      skipping = false;
      return [];
    }
    if (length > maxBytes)
      return [
        {
          offset: at,
          length,
          reason: 'too-long',
          error: `The line is over ${maxBytes} bytes; limits.record in pipeline.yml.`,
        },
      ];
    const bytes = pieces.length === 0 ? last : Buffer.concat([...pieces, last]);
    return isBlank(bytes) ? [] : [{ offset: at, bytes }];
  }

  return {
    get done() {
      return done;
    },
    get offset() {
      return offset;
    },
    push: piece => {
      const chunk = carry.length === 0 ? piece : Buffer.concat([carry, piece]);
      newline ??= newlineOf(charset);
      const records: RawRecord[] = [];
      let from = 0;
      while (!done) {
        const end = indexOfAligned(chunk, newline, from, offset + pendingBytes - from);
        if (end < 0) break;
        const lineBytes = pendingBytes + end - from;
        records.push(...finish(chunk.subarray(from, end)));
        offset += lineBytes + newline.length;
        from = end + newline.length;
        done = offset >= stop;
      }
      // Half a UTF-16 code unit waits for its other half.
      const whole = chunk.length - ((offset + pendingBytes + chunk.length - from) % newline.length);
      carry = chunk.subarray(whole);
      const rest = chunk.subarray(from, whole);
      if (done || rest.length === 0) return records;
      pendingBytes += rest.length;
      // A line that fills the whole stretch belongs to an earlier shard: only that one follows it to its end.
      if (skipping && offset + pendingBytes >= stop) {
        offset = stop;
        pending = [];
        pendingBytes = 0;
        done = true;
        return records;
      }
      // Past the limit only the length is still of interest.
      if (pendingBytes > maxBytes) pending = [];
      else pending.push(rest);
      return records;
    },
    end: () => (done || pendingBytes + carry.length === 0 ? [] : finish(carry)),
  };
}

function newlineOf(charset = ''): Buffer {
  if (!/^(?:utf-?16|ucs-?2)/i.test(charset)) return Buffer.of(LF);
  return /be$/i.test(charset) ? Buffer.of(0, LF) : Buffer.of(LF, 0);
}

/** First place of `newline` at a whole number of code units from the file's start; `base` is the file offset of `from`. */
function indexOfAligned(chunk: Buffer, newline: Buffer, from: number, base: number): number {
  if (newline.length === 1) return chunk.indexOf(LF, from);
  let at = chunk.indexOf(newline, from);
  while (at >= 0 && (base + at) % newline.length !== 0) at = chunk.indexOf(newline, at + 1);
  return at;
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (!SPACES.has(byte)) return false;
  return true;
}
