import fc from 'fast-check';
import { describe, it } from 'vitest';
import { random } from '../support/random.js';
import { mutate } from './mutate.js';
import { SEEDS } from './seeds.js';
import { TARGETS } from './targets.js';

/** So long for each target (milliseconds); `npm run fuzz` goes on for as long as one likes. */
const BUDGET = 15_000;

describe('on any bytes', () => {
  it.each(Object.entries(TARGETS))('%s holds', async (name, target) => {
    const seeds = SEEDS[name] ?? [];
    const mutated = fc.integer().map(seed => mutate(random(seed), seeds));
    const any = fc.uint8Array({ maxLength: 500 }).map(bytes => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: mutated }, any), async bytes => {
        await target(bytes);
      }),
      { numRuns: 300, interruptAfterTimeLimit: BUDGET, markInterruptAsFailure: false },
    );
  });
});
