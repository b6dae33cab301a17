import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with `N passed, N failed`, and with `, N skipped` where tests were skipped. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tally = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') tally[state]++;
      }
      // A file that does not even load has no test to count.
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) tally.failed++;
    }
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed${skipped}\n`);
  }
}
