import { type Command, InvalidArgumentError } from 'commander';
import type { RulesNewOptions } from './rules-new-action.js';

const collect = (value: string, all: readonly string[] = []): string[] => [
  ...all,
  value.replaceAll('\\n', '\n').trim(),
];

function blockEnd(value: string): RulesNewOptions['to'] {
  if (value === 'end' || value === 'blank') return value;
  if (!/^[1-9]\d{0,2}$/.test(value))
    throw new InvalidArgumentError('It takes end, blank or a number of lines.');
  return { lines: Number(value) };
}

/** `limpia rules new`: from a line that slipped through to a rule that works. */
export function registerRulesNew(rules: Command): void {
  rules
    .command('new')
    .description('write a rule from a line that slipped through into its file, and test it')
    .argument('<ID>', 'file and name, such as en/related/more-in')
    .requiredOption(
      '--drop <TEXT>',
      'a line that must go, or several with \\n between them; may be repeated',
      collect,
    )
    .option('--keep <TEXT>', 'something like it that must stay; may be repeated', collect)
    .option(
      '--to <END>',
      'where a block of several lines ends: end, blank, or how many lines',
      blockEnd,
      'end',
    )
    .option('--why <TEXT>', 'what the line is and why it goes', 'A line of the page, not of the text.')
    .option('--rules <DIR>', 'folder of your rules', 'rules')
    .option('--json', 'print the result as JSON on stdout')
    .addHelpText(
      'after',
      '\nEnds with 1 when the examples contradict each other: the rule is written all the same, for you to edit.',
    )
    .action(async (id: string, options: RulesNewOptions) => {
      const { rulesNew } = await import('./rules-new-action.js');
      process.exitCode = rulesNew(id, options);
    });
}
