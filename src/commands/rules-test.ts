import type { Command } from 'commander';
import type { RulesTestOptions } from './rules-test-action.js';

/** `limpia rules test`: do the rules do what their examples say? */
export function registerRulesTest(rules: Command): void {
  rules
    .command('test')
    .description('run the examples of every rule, or of one')
    .argument('[ID]', 'a rule such as en/related/more-in, or a file or folder of them such as en/related')
    .option('--rules <DIR>', 'folder of your rules (default: "rules", where there is one)')
    .option('--json', 'print the result as JSON on stdout')
    .addHelpText('after', '\nEnds with 1 when an example fails, with 3 when a rule does not load.')
    .action(async (id: string | undefined, options: RulesTestOptions) => {
      const { rulesTest } = await import('./rules-test-action.js');
      process.exitCode = await rulesTest(id, options);
    });
}
