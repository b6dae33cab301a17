#!/usr/bin/env node
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { EXIT, LimpiaError } from './core/errors.js';
import { VERSION } from './version.js';

/** argv → command. The commands' code is loaded only when one is called. */
function program(): Command {
  const limpia = new Command('limpia')
    .description('Turns scraped text into a clean, tagged, reversible corpus.')
    .version(VERSION)
    .showSuggestionAfterError()
    .showHelpAfterError('(limpia --help tells what there is)')
    .exitOverride();
  const level = new Option(
    '--level <level>',
    'safe changes only what is certain, full also what is likely',
  ).choices(['safe', 'full']);

  limpia
    .command('clean')
    .description('Clean a folder: read INPUT, write documents, audit trail and manifest to --out.')
    .addArgument(new Argument('[INPUT]', 'folder or file to read').default('raw'))
    .option('--out <DIR>', 'folder to write', 'clean')
    .option('--rules <DIR>', 'folder of pipeline.yml and your rules (default: "rules")')
    .addOption(level)
    .option('--workers <N>', 'worker threads (default: one a core)', positiveInteger)
    .option('--json', 'print the manifest on stdout')
    .option('--quiet', 'say nothing but errors')
    .action(async (input: string, options: import('./commands/clean.js').CleanOptions) => {
      const { clean } = await import('./commands/clean.js');
      process.exitCode = await clean(input, options);
    });

  limpia
    .command('explain')
    .description('The story of one document: every edit in place, by whom, its tags and verdict.')
    .argument('<ID|FILE[:OFFSET]>', 'a record of the output, or a raw file and the byte its record starts at')
    .option('--from <DIR>', 'output folder to look an ID up in', 'clean')
    .option('--rules <DIR>', 'rules to explain a FILE by (default: "rules")')
    .addOption(level)
    .option('--json', 'print the story as JSON')
    .action(async (what: string, options: import('./commands/explain.js').ExplainOptions) => {
      const { explain } = await import('./commands/explain.js');
      process.exitCode = await explain(what, options);
    });

  limpia
    .command('restore')
    .description('The decoded original of a record, or of all, from the output folder alone.')
    .argument('[ID]', 'a record of the output')
    .option('--from <DIR>', 'output folder', 'clean')
    .option('--all', 'every record')
    .option('--out <DIR>', 'new folder for the originals, with --all')
    .action(async (id: string | undefined, options: import('./commands/restore.js').RestoreOptions) => {
      const { restore } = await import('./commands/restore.js');
      process.exitCode = restore(id, options);
    });

  return limpia;
}

function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 up');
  return number;
}

function report(error: unknown): number {
  if (error instanceof LimpiaError) {
    process.stderr.write(`limpia: ${error.message}\n${error.hint === '' ? '' : `${error.hint}\n`}`);
    return error.exitCode;
  }
  if (isCommanderError(error)) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  process.stderr.write(
    `limpia: this is a bug of limpia: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.failed;
}

function isCommanderError(error: unknown): error is { exitCode: number } {
  return (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('commander.') &&
    'exitCode' in error
  );
}

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
