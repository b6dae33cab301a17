import type { Command } from 'commander';
import { type SampleOptions, sampleOptions } from './sample-options.js';

/** `limpia rules try`: what does a rule do to real data? */
export function registerRulesTry(rules: Command): void {
  sampleOptions(rules.command('try'))
    .description('show what a rule changes on raw data, against its committed form or against not having it')
    .argument('<ID>', 'a rule such as en/related/more-in')
    .argument('[INPUT]', 'folder or file of raw data', 'raw')
    .addHelpText(
      'after',
      '\nEnds with 1 when the rule does nothing on the data, or is held back by a limit somewhere.',
    )
    .action(async (id: string, input: string, options: SampleOptions) => {
      const { rulesTry } = await import('./rules-try-action.js');
      process.exitCode = await rulesTry(id, input, options);
    });
}
