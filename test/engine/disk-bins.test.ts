import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskBins } from '../../src/engine/disk-bins.js';
import { TEMPORARY } from '../../src/write/layout.js';
import { nodeDisk } from '../../src/write/node-disk.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limpia-bins-'));
  mkdirSync(join(folder, TEMPORARY), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Rows of 8 MB and more come in pieces. */
const ROWS = 1_100_000;

it.each([2, 3])(
  'gives back rows of %i words, whole and in pieces of whole rows, as often as asked',
  width => {
    const bins = diskBins(nodeDisk, folder);
    const made = bins.make('rows', 3);
    const row = new Uint32Array(width);
    for (let i = 0; i < ROWS; i++) {
      row.fill(i);
      made.push(i % 100 === 0 ? 0 : 1, row);
    }
    const large = Array.from({ length: ROWS }, (_, i) => i).filter(i => i % 100 !== 0);
    for (let again = 0; again < 2; again++) {
      let next = 0;
      let pieces = 0;
      for (const piece of made.pieces(1, width)) {
        pieces++;
        expect(piece.length % width).toBe(0);
        for (let i = 0; i < piece.length; i++) {
          const expected = large[Math.floor(next / width)];
          if (piece[i] !== expected) expect([next, piece[i]]).toEqual([next, expected]);
          next++;
        }
      }
      expect(next).toBe(width * large.length);
      expect(pieces).toBeGreaterThan(1);
      expect(made.read(1)).toHaveLength(width * large.length);
      expect(made.read(0)).toHaveLength((width * ROWS) / 100);
      expect(made.read(0).at(-1)).toBe(ROWS - 100);
      expect(made.read(2)).toHaveLength(0);
    }
    expect(readdirSync(join(folder, TEMPORARY)).length).toBeGreaterThan(0);
    bins.clear();
    expect(readdirSync(join(folder, TEMPORARY))).toEqual([]);
  },
);
