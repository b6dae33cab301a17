import { type Command, Option } from 'commander';
import type { Level } from '../core/document.js';

interface Flags {
  readonly level: Level;
  readonly context?: true;
  readonly explain?: true;
}

/** `limpia repair`: a filter from stdin to stdout. */
export function registerRepair(program: Command): void {
  program
    .command('repair')
    .showHelpAfterError('(text comes from stdin: limpia repair < FILE; limpia repair --help tells more)')
    .description(
      'repair text from stdin to stdout, line by line: entities, mojibake, Unicode; line ends stay',
    )
    .addOption(
      new Option('--level <level>', 'safe: only what is certain; full: also what is likely')
        .choices(['safe', 'full'])
        .default('safe'),
    )
    .option('--context', 'judge each line in the light of those before it, as parts of one text')
    .option('--explain', 'list on stderr what was changed in each line, what only looks wrong, and why')
    .addHelpText(
      'after',
      "\nExample:\n  $ printf 'despu茅s &amp; ma帽ana\\n' | limpia repair\n  después & mañana",
    )
    .action(async ({ level, context, explain }: Flags) => {
      const { repairStream } = await import('./repair-stream.js');
      const talk = explain ? (line: string) => process.stderr.write(line) : undefined;
      await repairStream(process.stdin, process.stdout, { level, context: context === true, explain: talk });
    });
}
