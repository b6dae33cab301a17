import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../src/repair/mojibake.js';

interface Line {
  readonly true_enc: string;
  readonly read_as: string;
  readonly kind: string;
  readonly lossless: boolean;
  readonly input: string;
  readonly expected: string;
}

/** The shared development set lies beside the project; only a machine that is not CI may do without it. */
const FILE = join(import.meta.dirname, '../../../shared/eval/mojibake/dev.jsonl');
const absent = !existsSync(FILE) && process.env['CI'] !== 'true';

function shareOf(choose: (line: Line) => boolean): number {
  const lines = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Line)
    .filter(choose);
  return lines.filter(({ input, expected }) => repairMojibake(input).text === expected).length / lines.length;
}

describe.skipIf(absent)('development set', () => {
  const isUtf8 = ({ true_enc, lossless }: Line): boolean => true_enc === 'utf-8' && lossless;
  const as = (page: string) => (line: Line) => isUtf8(line) && line.read_as === page;
  it.each([
    // One of 948 came broken: its Turkish was read as windows-1252.
    ['clean lines stay', 947 / 948, (line: Line) => line.kind === 'clean'],
    ['UTF-8 misread, lossless', 0.985, isUtf8],
    ['partial', 0.97, (line: Line) => isUtf8(line) && line.kind === 'partial'],
    ['double', 0.99, (line: Line) => isUtf8(line) && line.kind === 'double'],
    ...['cp1252', 'latin-1', 'cp1252+cp1252'].map(page => [page, 0.99, as(page)] as const),
    ...['gbk', 'gb18030', 'big5', 'cp932', 'cp949'].map(page => [page, 0.95, as(page)] as const),
  ] as const)('%s', (_what, least, choose) => {
    expect(shareOf(choose)).toBeGreaterThanOrEqual(least);
  });
});
