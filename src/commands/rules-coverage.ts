import type { Command } from 'commander';
import { type SampleOptions, sampleOptions } from './sample-options.js';

/** `limpia rules coverage`: which rules earn their place? */
export function registerRulesCoverage(rules: Command): void {
  sampleOptions(rules.command('coverage'))
    .description('tell which rules fire on raw data, and which never do, are shadowed, held back or slow')
    .argument('[INPUT]', 'folder or file of raw data', 'raw')
    .addHelpText('after', '\nEnds with 1 when a rule of your own never fires or is shadowed.')
    .action(async (input: string, options: SampleOptions) => {
      const { rulesCoverage } = await import('./rules-coverage-action.js');
      process.exitCode = await rulesCoverage(input, options);
    });
}
