import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLines } from '../../src/restore/lines.js';
import { nodeDisk } from '../../src/write/node-disk.js';
import { folder } from '../support/cli.js';
import { random } from '../support/random.js';

const PIECE = 1 << 18;

it('each line is valid until the next but one, however long it and those behind it are', () => {
  const next = random(7);
  const lengths = [0, 1, PIECE - 1, PIECE, PIECE + 1, 10, 4 * PIECE, 20, 3 * PIECE + 5, 0, 30];
  for (let i = 0; i < 2000; i++) lengths.push(Math.floor(next() * (i % 100 === 0 ? 3 * PIECE : 2000)));
  const line = (i: number): string => String.fromCharCode(97 + (i % 26)).repeat(lengths[i] ?? 0);
  const root = folder({ 'a.jsonl': lengths.map((_, i) => `${line(i)}\n`).join('') });
  let index = 0;
  let last: Buffer | undefined;
  for (const found of readLines(nodeDisk, join(root, 'a.jsonl'))) {
    if (last?.toString('latin1') !== (index === 0 ? undefined : line(index - 1)))
      expect.fail(`line ${index - 1} has changed`);
    if (found.toString('latin1') !== line(index)) expect.fail(`line ${index} is another one`);
    last = found;
    index++;
  }
  expect(index).toBe(lengths.length);
});
