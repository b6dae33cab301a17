import { configSchema } from '../../src/config/schema.js';
import { readOptions } from '../../src/engine/read-options.js';
import type { Format, ParseOptions, RawRecord } from '../../src/read/format.js';

/** What pipeline.yml's `input` makes of reading. */
export function parseOptions(input: unknown): ParseOptions {
  return readOptions(configSchema.parse({ input }));
}

/** The records of a file that is fed to a format in pieces of `size` bytes. */
export function cutFile(
  format: Format,
  file: Buffer,
  {
    size = 1 << 20,
    maxBytes = 1 << 20,
    charset,
    pick = [],
  }: { size?: number; maxBytes?: number; charset?: string; pick?: readonly string[] } = {},
): RawRecord[] {
  const splitter = format.split({ start: 0, skipFirst: false, stop: Infinity, maxBytes, charset, pick });
  const records: RawRecord[] = [];
  for (let at = 0; at < file.length; at += size) records.push(...splitter.push(file.subarray(at, at + size)));
  return [...records, ...splitter.end()];
}

/** A record's place, and its text or the reason against it. */
export function show(record: RawRecord): [offset: number, text: string] {
  return [record.offset, 'bytes' in record ? record.bytes.toString() : `${record.reason} ${record.length}`];
}
