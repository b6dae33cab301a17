import type { Command } from 'commander';
import { positiveInteger } from './options.js';
import { type SampleOptions, sampleOptions } from './sample-options.js';

export interface RulesMineOptions extends SampleOptions {
  readonly minDocuments: number;
  readonly top: number;
}

/** `limpia rules mine`: what do the rules still let through? */
export function registerRulesMine(rules: Command): void {
  sampleOptions(rules.command('mine'))
    .description(
      'propose rules, as YAML on stdout, for lines that come again and again and that neither a rule nor repeat takes out',
    )
    .argument('[INPUT]', 'folder or file of raw data', 'raw')
    .option('--min-documents <N>', 'only lines of at least so many documents', positiveInteger, 3)
    .option('--top <N>', 'propose no more rules', positiveInteger, 50)
    .addHelpText(
      'after',
      '\nRead what it prints before you put it into your folder: headlines repeat as well.',
    )
    .action(async (input: string, options: RulesMineOptions) => {
      const { rulesMine } = await import('./rules-mine-action.js');
      process.exitCode = await rulesMine(input, options);
    });
}
