import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../support/random.js';
import { coverage } from './coverage.js';
import { mutate } from './mutate.js';
import { SEEDS } from './seeds.js';
import { TARGETS } from './targets.js';

/**
 * `npm run fuzz [-- read decoded cleaned rules --seconds N --seed N]`: tries inputs that reach code which none reached
 * before, and changes of them. What does not hold is printed, and its input kept in .build/fuzz-found/.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
/** An input of four kilobytes that takes longer is reported (milliseconds of the processor). */
const SLOW = 4000;

const folder = join(import.meta.dirname, '../fuzz-found');
const found = new Map<string, Buffer>();

async function fuzz(name: string, seconds: number): Promise<void> {
  const target = TARGETS[name];
  const seeds = SEEDS[name];
  if (!target || !seeds) throw new Error(`There is no target "${name}": ${Object.keys(TARGETS).join(', ')}.`);
  const next = random(Number(values.seed));
  const { news } = await coverage('/dist/');
  const corpus = [...seeds];
  const end = performance.now() + seconds * 1000;
  let runs = 0;
  const attempt = async (bytes: Buffer, slow = SLOW): Promise<void> => {
    const started = process.cpuUsage();
    try {
      await target(bytes);
      const { user, system } = process.cpuUsage(started);
      const took = (user + system) / 1000;
      if (took > slow) throw new Error(`it took ${(took / 1000).toFixed(1)} s`);
    } catch (error) {
      report(name, bytes, error);
    }
    runs++;
  };
  // The first build tables.
  for (const bytes of seeds) await attempt(bytes, Infinity);
  await news();
  while (performance.now() < end) {
    const bytes = mutate(next, corpus);
    await attempt(bytes);
    if ((await news()) > 0) corpus.push(bytes);
  }
  console.log(`${name}: ${runs} inputs, ${corpus.length} that reached something new`);
}

function report(name: string, bytes: Buffer, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const kind = `${name}: ${message.split('\n')[0]?.replace(/\d+/g, 'N') ?? ''}`;
  const known = found.get(kind);
  if (known && known.length <= bytes.length) return;
  found.set(kind, bytes);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${[...found.keys()].indexOf(kind)}.bin`);
  writeFileSync(file, bytes);
  console.log(`${kind}\n  ${file}, ${bytes.length} bytes${known ? ', shorter' : ''}`);
}

const names = positionals.length > 0 ? positionals : Object.keys(TARGETS);
for (const name of names) await fuzz(name, Number(values.seconds) / names.length);
process.exitCode = found.size > 0 ? 1 : 0;
