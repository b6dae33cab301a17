import type { Reason } from '../core/reasons.js';
import type { RawRecord, SplitOptions, Splitter } from './format.js';
import { symbolsOf } from './symbols.js';

/** What a symbol means for the record that it may belong to. */
export const MARK = {
  none: 0,
  /** A record starts with it. */
  starts: 1,
  /** The record ends before it. */
  endsBefore: 2,
  /** The record ends with it. */
  endsAfter: 3,
  /** The file makes no sense from here on: what is left is one rejected record. */
  broken: 4,
  /** The record's first line makes no sense; the next line starts a new one. */
  brokenLine: 5,
} as const;

export type Mark = (typeof MARK)[keyof typeof MARK];

/** Finds records in a stream of symbols. */
export interface Scanner {
  /** Told the first symbols of the file before anything else. */
  readonly begin: (head: Uint8Array) => void;
  readonly next: (symbol: number) => Mark;
  /** At the end of the file: whether an open record is whole, must be read again from its second line, or is cut. */
  readonly end: () => 'whole' | 'again' | 'cut';
  /** Forgets the record it is in. */
  readonly reset: () => void;
  /** What to say of a file that is broken, and of one that ends too early. */
  readonly broken: { readonly reason: Reason; readonly error: string };
  readonly cut: { readonly reason: Reason; readonly error: string; readonly whole?: boolean };
}

interface Stretch {
  readonly data: Buffer;
  /** Where in the uncompressed file it starts (bytes). */
  readonly at: number;
}

const NOTHING: Buffer = Buffer.alloc(0);
const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/** A splitter that holds at most one record and one chunk, in which `scanner` finds the records. */
export function cut({ maxBytes, charset }: SplitOptions, scanner: Scanner): Splitter {
  let symbols = symbolsOf(charset);
  const { width } = symbols;
  let position = 0;
  let carry = NOTHING;
  let first = true;
  let record: { offset: number; pieces: Buffer[]; length: number } | undefined;
  let brokenAt: number | undefined;

  function finish(last: Buffer): RawRecord {
    const { offset, pieces, length } = record ?? { offset: position, pieces: [], length: 0 };
    record = undefined;
    const total = length + last.length;
    if (total > maxBytes)
      return {
        offset,
        length: total,
        reason: 'too-long',
        error: `The record is over ${maxBytes} bytes; limits.record in pipeline.yml.`,
      };
    return { offset, bytes: pieces.length === 0 ? last : Buffer.concat([...pieces, last]) };
  }

  function hold(rest: Buffer): void {
    if (!record) return;
    record.length += rest.length;
    // Past the limit only the length is still of interest.
    if (record.length > maxBytes) record.pieces = [];
    else if (rest.length > 0) record.pieces.push(rest);
  }

  /** Rejects the first line of the open record; the lines after it are to be read anew. */
  function dropLine(rest: Buffer, at: number, out: RawRecord[]): Stretch | undefined {
    const { offset, pieces, length } = record ?? { offset: at, pieces: [], length: 0 };
    record = undefined;
    scanner.reset();
    symbols = symbolsOf(charset);
    if (length > maxBytes) {
      out.push({ offset, length, ...scanner.broken });
      return rest.length === 0 ? undefined : { data: rest, at };
    }
    const data = pieces.length === 0 ? rest : Buffer.concat([...pieces, rest]);
    const end = firstLineEnd(data, width, charset);
    out.push({ offset, length: end, part: data.subarray(0, end), ...scanner.broken });
    return { data: data.subarray(end), at: offset + end };
  }

  function scan(data: Buffer, at: number, out: RawRecord[]): void {
    let stretch: Stretch | undefined = { data, at };
    while (stretch) stretch = scanStretch(stretch, out);
  }

  /** What is to be scanned anew, if anything. */
  function scanStretch({ data, at }: Stretch, out: RawRecord[]): Stretch | undefined {
    const view = symbols.next(data);
    let from = 0;
    for (let i = 0; i < view.length; i++) {
      const mark = scanner.next(view[i] ?? 0);
      if (mark === MARK.none) continue;
      const here = i * width;
      if (mark === MARK.starts) {
        record = { offset: at + here, pieces: [], length: 0 };
        from = here;
      } else if (mark === MARK.endsBefore || mark === MARK.endsAfter) {
        const end = mark === MARK.endsAfter ? here + width : here;
        out.push(finish(data.subarray(from, end)));
        from = end;
      } else if (mark === MARK.brokenLine) return dropLine(data.subarray(from), at + from, out);
      else {
        brokenAt = record?.offset ?? at + here;
        record = undefined;
        return undefined;
      }
    }
    hold(data.subarray(from));
    return undefined;
  }

  return {
    done: false,
    get offset() {
      return brokenAt ?? record?.offset ?? position;
    },
    push: piece => {
      const out: RawRecord[] = [];
      const chunk = carry.length === 0 ? piece : Buffer.concat([carry, piece]);
      const at = position - carry.length;
      position += piece.length;
      if (first && chunk.length < UTF8_MARK.length) {
        carry = chunk;
        return out;
      }
      const whole = chunk.length - (chunk.length % width);
      carry = chunk.subarray(whole);
      if (brokenAt !== undefined) return out;
      const skipped = first ? markLength(chunk) : 0;
      const data = chunk.subarray(skipped, whole);
      if (first) scanner.begin(symbolsOf(charset).next(data));
      first = false;
      scan(data, at + skipped, out);
      return out;
    },
    end: () => {
      const out: RawRecord[] = [];
      if (brokenAt !== undefined)
        return [{ offset: brokenAt, length: position - brokenAt, ...scanner.broken }];
      if (first) scan(carry.subarray(0, carry.length - (carry.length % width)), 0, out);
      else hold(carry);
      let state = scanner.end();
      for (; state === 'again' && record; state = scanner.end()) {
        const rest = dropLine(NOTHING, position, out);
        if (rest) scan(rest.data, rest.at, out);
      }
      if (state === 'cut') {
        const { whole = false, ...why } = scanner.cut;
        const offset = record?.offset ?? (whole ? 0 : position);
        const rest = record ? finish(NOTHING) : undefined;
        const part = rest && 'bytes' in rest ? { part: rest.bytes } : {};
        out.push({ offset, length: position - offset, ...part, ...why });
      } else if (record) out.push(finish(NOTHING));
      return out;
    },
  };
}

function markLength(head: Buffer): number {
  if (head.subarray(0, 3).equals(UTF8_MARK)) return 3;
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) ? 2 : 0;
}

/** Bytes of the first line with its end. */
function firstLineEnd(bytes: Buffer, width: number, charset: string | undefined): number {
  const end = symbolsOf(charset).next(bytes).indexOf(0x0a);
  return end < 0 ? bytes.length : (end + 1) * width;
}
