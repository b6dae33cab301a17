import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { repairStream } from '../../src/commands/repair-stream.js';

async function filter(chunks: readonly Buffer[], explain?: (line: string) => unknown): Promise<Buffer> {
  const output = new PassThrough();
  const pieces: Buffer[] = [];
  output.on('data', (piece: Buffer) => pieces.push(piece));
  await repairStream(Readable.from(chunks), output, 'safe', explain);
  output.end();
  return Buffer.concat(pieces);
}

/** Chunks of one byte: every character is cut. */
function bytewise(text: string): Buffer[] {
  return Array.from(Buffer.from(text), byte => Buffer.of(byte));
}

describe('the repair filter', () => {
  it.each([
    [
      'despu茅s &amp; m谩s\r\nclean\n\n  two  spaces \nno end',
      'después & más\r\nclean\n\n  two  spaces \nno end',
    ],
    ['&#10;a\u2028b\fc\n', '&#10;a\u2028b\fc\n'],
    ['', ''],
    ['\n\n', '\n\n'],
  ])('%j', async (from, to) => {
    expect((await filter([Buffer.from(from)])).toString()).toBe(to);
    expect((await filter(bytewise(from))).toString()).toBe(to);
  });

  it('passes lines through that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('caf'), Buffer.of(0xe9, 10), Buffer.from('despu茅s\n')]);
    expect(await filter([bytes])).toEqual(Buffer.concat([bytes.subarray(0, 5), Buffer.from('después\n')]));
  });

  it('explains each edit with its line', async () => {
    const said: string[] = [];
    await filter([Buffer.from('plain\ndespu茅s\n')], line => said.push(line));
    expect(said.join('')).toMatch(/^line 2, unit 6: "茅" → "é" {2}mojibake\/utf-8-as-gbk \(gain [\d.]+\)\n$/);
  });

  it('takes a line of any length', async () => {
    const chunk = Buffer.from('é茅&amp; '.repeat(20_000));
    const out = await filter(new Array<Buffer>(20).fill(chunk));
    expect(out.length).toBeGreaterThan(1e6);
    expect(out.toString()).not.toContain('\ufffd');
  });

  it('ends quietly when nobody reads on', async () => {
    const output = new PassThrough();
    output.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }));
    await expect(repairStream(Readable.from([Buffer.from('a\n')]), output, 'safe')).resolves.toBeUndefined();
  });
});
