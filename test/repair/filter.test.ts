import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type RepairOptions, repairStream } from '../../src/commands/repair-stream.js';

async function filter(chunks: readonly Buffer[], options: Partial<RepairOptions> = {}): Promise<Buffer> {
  const output = new PassThrough();
  const pieces: Buffer[] = [];
  output.on('data', (piece: Buffer) => pieces.push(piece));
  await repairStream(Readable.from(chunks), output, { level: 'safe', ...options });
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

  it('explains each edit with its line, the confusion in words, evidence and confidence', async () => {
    const said: string[] = [];
    const explain = (line: string): unknown => said.push(line);
    await filter([Buffer.from('plain\ndespu茅s\nya 茅 tarde\nya 茅 muy despu茅s\n')], { explain });
    const by = 'mojibake/utf-8-as-gbk';
    const sure = /UTF-8 read as GBK, sure by itself: gain 25\.\d, confidence 0\.999/.source;
    expect(said.join('')).toMatch(
      new RegExp(
        `^line 2, unit 6: "茅" → "é" {2}${by} \\(${sure}\\)\n` +
          `line 3, unit 4: left as it is {2}${by} \\(may be "é": UTF-8 read as GBK, gain [\\d.]+, but it stands alone .+\\)\n` +
          `line 4, unit 4: "茅" → "é" {2}${by} \\(UTF-8 read as GBK, as elsewhere in the text: gain .+\\)\n` +
          `line 4, unit 15: "茅" → "é" {2}${by} \\(${sure}\\)\n$`,
      ),
    );
  });

  const LINES = 'ya 茅 tarde\ndespu茅s\nya 茅 tarde\n';
  const RUSSIAN = 'Ïðèâåò, ìèð è äðóçüÿ\nÿ è òû\n';

  it.each([
    ['UTF-8', LINES, 'ya 茅 tarde\ndespués\nya 茅 tarde\n', 'ya 茅 tarde\ndespués\nya é tarde\n'],
    ['legacy pages', RUSSIAN, 'Привет, мир и друзья\nÿ è òû\n', 'Привет, мир и друзья\nя и ты\n'],
  ])(
    'judges a line by itself, or with --context by those before it: %s',
    async (_what, from, alone, along) => {
      expect((await filter([Buffer.from(from)])).toString()).toBe(alone);
      expect((await filter([Buffer.from(from)], { context: true })).toString()).toBe(along);
      expect((await filter(bytewise(from), { context: true })).toString()).toBe(along);
    },
  );

  it('takes a line of any length', async () => {
    const chunk = Buffer.from('é茅&amp; '.repeat(20_000));
    const out = await filter(new Array<Buffer>(20).fill(chunk));
    expect(out.length).toBeGreaterThan(1e6);
    expect(out.toString()).not.toContain('\ufffd');
  });

  it('ends quietly when nobody reads on', async () => {
    const output = new PassThrough();
    output.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }));
    await expect(
      repairStream(Readable.from([Buffer.from('a\n')]), output, { level: 'safe' }),
    ).resolves.toBeUndefined();
  });
});
