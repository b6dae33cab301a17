import { dirname } from 'node:path';
import type { Disk } from '../core/disk.js';
import { readLines } from '../restore/lines.js';
import { type DataLine, type LeftEntry, whole } from '../restore/output.js';
import type { EditsEntry } from '../write/audit.js';
import type { DuplicateEntry } from '../write/duplicates.js';
import { below, type Output } from '../write/layout.js';
import { type DocumentRow, parseDocumentRow } from './key-rows.js';
import type { CommittedShard } from './ledger.js';
import type { Stored } from './put-back.js';

/** A document of a shard as the output has it, whether it is kept or a duplicate. */
export interface StoredDocument {
  readonly row: DocumentRow;
  readonly rowLine: Buffer;
  readonly wasDuplicate: boolean;
  /** Its lines, by output; none for a duplicate. `group` is the folder within the output. */
  readonly lines: readonly { readonly output: Output; readonly line: Buffer; readonly group: string }[];
  readonly parse: () => Stored;
}

/** The outputs that tell of a kept document. */
const KEPT = ['data', 'audit/fields', 'audit/edits'] as const;

/** The documents of a committed shard in the order of the input. */
export function* storedDocuments(
  disk: Disk,
  output: string,
  entry: CommittedShard,
): Generator<StoredDocument, void, undefined> {
  const streams = entry.parts
    .filter(part => KEPT.some(one => one === part.output))
    .map(part => ({
      output: part.output,
      group: dirname(part.path).slice(part.output.length + 1),
      lines: peekable(linesOf(disk, output, part.path)),
    }));
  const duplicates = peekable(partLines(disk, output, entry, 'audit/duplicates'));
  for (const rowLine of partLines(disk, output, entry, '.limpia/documents')) {
    const row = parseDocumentRow(rowLine.toString('utf8'));
    const isIts = linesOfRow(row);
    const data = take(streams, 'data', isIts);
    if (data.length > 0) {
      const lines = [
        ...data,
        ...take(streams, 'audit/fields', isIts),
        ...take(streams, 'audit/edits', isIts),
      ];
      yield { row, rowLine, wasDuplicate: false, lines, parse: () => parseKept(lines) };
      continue;
    }
    const line = duplicates.take(isIts);
    if (line === undefined) throw new Error(`shard ${entry.key}: ${row.id} stands in none of its parts`);
    const parse = (): Stored => {
      const { record, edits } = JSON.parse(line.toString('utf8')) as DuplicateEntry;
      return { record, edits };
    };
    yield { row, rowLine, wasDuplicate: true, lines: [], parse };
  }
}

interface Stream {
  readonly output: Output;
  readonly group: string;
  readonly lines: ReturnType<typeof peekable>;
}

/** Tells a document's lines from others'. Documents may share an id of the input's until the corpus is settled. */
function linesOfRow({ id, path, offset }: DocumentRow): (line: Buffer) => boolean {
  const start = Buffer.from(`{"id":${JSON.stringify(id)},`);
  const place = Buffer.from(`"path":${JSON.stringify(path)},"offset":${offset}`);
  return line => {
    if (line.length < start.length || start.compare(line, 0, start.length) !== 0) return false;
    // The text comes before the place, and may itself hold what looks like one, but then with escaped quotes.
    const at = line.indexOf(place);
    const next = at < 0 ? undefined : line[at + place.length];
    return next === COMMA || next === CLOSING;
  };
}

const COMMA = 0x2c;
const CLOSING = 0x7d;

/** The document's line of an output; in which of its folders it stands nobody knows before. */
function take(
  streams: readonly Stream[],
  wanted: Output,
  isIts: (line: Buffer) => boolean,
): StoredDocument['lines'] {
  for (const { output, group, lines } of streams) {
    const line = output === wanted ? lines.take(isIts) : undefined;
    if (line !== undefined) return [{ output, line, group }];
  }
  return [];
}

function parseKept(lines: StoredDocument['lines']): Stored {
  const find = (wanted: Output): unknown => {
    const found = lines.find(({ output }) => output === wanted);
    return found && JSON.parse(found.line.toString('utf8'));
  };
  const record = whole(find('data') as DataLine, find('audit/fields') as LeftEntry | undefined);
  return { record, edits: find('audit/edits') as EditsEntry | undefined };
}

/** The lines of one of a shard's parts, in UTF-8; none where the shard has no such part. */
export function* partLines(
  disk: Disk,
  output: string,
  entry: CommittedShard,
  which: Output,
): Generator<Buffer, void, undefined> {
  const part = entry.parts.find(one => one.output === which);
  if (part) yield* linesOf(disk, output, part.path);
}

/** What the lines of one of a shard's parts say. */
export function* partRows<T>(
  disk: Disk,
  output: string,
  entry: CommittedShard,
  which: Output,
  parse: (line: string) => T,
): Generator<T, void, undefined> {
  for (const line of partLines(disk, output, entry, which)) yield parse(line.toString('utf8'));
}

/** The lines of a file of the output. */
export function linesOf(disk: Disk, output: string, path: string): Generator<Buffer, void, undefined> {
  return readLines(disk, below(output, path));
}

/** Takes the next line when it is the one that is wanted, and leaves it for later when not. */
export function peekable(lines: Iterator<Buffer>): {
  take: (isWanted: (line: Buffer) => boolean) => Buffer | undefined;
} {
  let next = lines.next();
  return {
    take: isWanted => {
      if (next.done === true || !isWanted(next.value)) return undefined;
      const line = next.value;
      next = lines.next();
      return line;
    },
  };
}
