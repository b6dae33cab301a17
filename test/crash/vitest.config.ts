import { defineConfig } from 'vitest/config';

/** `npm run test:sweep`: what takes too long for every test run. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.sweep.ts'],
    reporters: ['default', '../support/closing-line.ts'],
    testTimeout: 3_600_000,
  },
});
