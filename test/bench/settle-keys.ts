import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskBins } from '../../dist/engine/disk-bins.js';
import { duplicatesOf, type RankedKeys } from '../../dist/settle/duplicates.js';
import { NEAR_DEFAULTS } from '../../dist/settle/similar.js';
import { nodeDisk } from '../../dist/write/node-disk.js';

const SKETCH_KEYS = 32;
const SHINGLES = 300;

/**
 * Time and peak memory of finding duplicates by the keys of made documents: sketches of 32 keys, one document in five
 * a near copy of another, one in twenty an exact one.
 */
export function benchKeys(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  try {
    mkdirSync(join(folder, '.limpia/tmp'), { recursive: true });
    const bins = diskBins(nodeDisk, folder);
    const started = performance.now();
    const same = {
      shingles: Uint32Array.from({ length: 100 }, (_, i) => i),
      opening: 0,
      facts: () => new Float64Array(),
    };
    const corpus = {
      shingles: new Uint32Array(count).fill(SHINGLES),
      scope: undefined,
      keys: () => keys(count),
      sketchKeys: count * SKETCH_KEYS,
      likeness: () => same,
    };
    const found = duplicatesOf(corpus, NEAR_DEFAULTS, bins.make);
    bins.clear();
    const seconds = (performance.now() - started) / 1000;
    const { maxRSS, userCPUTime } = process.resourceUsage();
    console.log(
      `${count} documents, ${found.size()} duplicates: ${seconds.toFixed(1)} s (${(userCPUTime / 1e6).toFixed(1)} s of the processor), ${(maxRSS / 1024).toFixed(0)} MB at most`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keys by rank; a near copy has nine keys in ten of its original. */
function* keys(count: number): Generator<RankedKeys, void, undefined> {
  for (let rank = 0; rank < count; rank++) {
    const original = rank % 5 === 4 ? rank - 1 : rank;
    const exact = new Uint32Array(4).fill(rank % 20 === 7 ? rank - 1 : rank);
    yield { rank, exact, sketch: () => sketch(rank, original) };
  }
}

function sketch(rank: number, original: number): Uint32Array {
  const words = new Uint32Array(2 * SKETCH_KEYS);
  for (let i = 0; i < SKETCH_KEYS; i++) {
    const seed = (i % 10 === 9 ? rank : original) * SKETCH_KEYS + i;
    words[2 * i] = Math.imul(seed, 0x9e3779b1) >>> 0;
    words[2 * i + 1] = Math.imul(seed ^ (seed >>> 13), 0x85ebca6b) >>> 0;
  }
  return words;
}
