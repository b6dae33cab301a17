import { isUtf8 } from 'node:buffer';
import type { Readable, Writable } from 'node:stream';
import type { Level } from '../core/document.js';
import { NOTHING_KNOWN } from '../repair/mojibake/rounds.js';
import { type Repaired, repairLine } from '../repair/repair.js';

/** Longer lines are repaired in pieces of this many bytes, so that endless input needs bounded memory. */
const MAX_LINE_BYTES = 1 << 20;

const LF = 10;

/** Printable ASCII, tabs and line ends without `&`: nothing to repair, whatever the line. */
const NOTHING_TO_DO = /^[\t\n\r\x20-\x25\x27-\x7e]*$/;

export interface RepairOptions {
  readonly level: Level;
  /** A line is judged in the light of those before it. */
  readonly context?: boolean;
  /** Takes a line of text for each edit and for each place that only looks wrong. */
  readonly explain?: ((text: string) => unknown) | undefined;
}

/**
 * Repairs `input` line by line into `output`; resolves when all is written, or quietly when the reader of `output`
 * has gone (EPIPE). Lines that are not UTF-8 pass through as they are.
 * @throws what `input` or `output` throw, but EPIPE.
 */
export async function repairStream(
  input: Readable,
  output: Writable,
  { level, context = false, explain }: RepairOptions,
): Promise<void> {
  let broken: NodeJS.ErrnoException | undefined;
  output.on('error', (error: NodeJS.ErrnoException) => {
    broken = error;
  });
  let line = 0;
  let known = NOTHING_KNOWN;
  const repairBlock = (block: Buffer): Buffer | string => {
    const text = block.toString('utf8');
    if (NOTHING_TO_DO.test(text) && !explain) return block;
    if (!isUtf8(block)) return Buffer.concat(linesOf(block).map(one => Buffer.from(repairBytes(one))));
    return text
      .split(/(?<=\n)/)
      .map(repairOne)
      .join('');
  };
  const repairBytes = (one: Buffer): Buffer | string =>
    isUtf8(one) ? repairOne(one.toString('utf8')) : skip(one);
  const skip = (one: Buffer): Buffer => {
    line++;
    explain?.(`line ${line}: not UTF-8, left as it is\n`);
    return one;
  };
  const repairOne = (one: string): string => {
    line++;
    const end = /\r?\n$/.exec(one)?.[0] ?? '';
    const repaired = repairLine(one.slice(0, one.length - end.length), level, known);
    if (context) known = repaired.known;
    if (explain && (repaired.layers.length > 0 || repaired.suspects.length > 0))
      explain(explanation(line, repaired));
    return repaired.text + end;
  };

  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    const cut = rest.lastIndexOf(LF) + 1 || (rest.length > MAX_LINE_BYTES ? characterBorder(rest) : 0);
    if (cut === 0) continue;
    const ready = output.write(repairBlock(rest.subarray(0, cut)));
    rest = rest.subarray(cut);
    if (!ready && !isBroken()) await drained(output);
    if (isBroken()) break;
  }
  if (rest.length > 0 && !isBroken()) output.write(repairBlock(rest));
  if (broken && broken.code !== 'EPIPE') throw broken;

  function isBroken(): boolean {
    return broken !== undefined || output.destroyed;
  }
}

/** Resolves when `output` takes more, or never will. */
function drained(output: Writable): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      output.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    output.on('drain', done).on('close', done).on('error', done);
  });
}

function linesOf(block: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < block.length;) {
    const end = block.indexOf(LF, start) + 1 || block.length;
    lines.push(block.subarray(start, end));
    start = end;
  }
  return lines;
}

/** The last place where no UTF-8 character is cut: before the last byte that starts one. */
function characterBorder(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** One line of text for each edit: where, what became what, by whom, and why; and for what only looks wrong. */
function explanation(line: number, { layers, suspects }: Repaired): string {
  const rows = layers
    .flatMap(({ edits }) => edits)
    .map(({ start, removed, insert, by, note }) => {
      const why = note === undefined ? by : `${by} (${note})`;
      return `line ${line}, unit ${start + 1}: ${JSON.stringify(removed)} → ${JSON.stringify(insert)}  ${why}\n`;
    });
  const left = suspects.map(
    ({ start, by, note }) => `line ${line}, unit ${start + 1}: left as it is  ${by} (${note})\n`,
  );
  return [...rows, ...left].join('');
}
