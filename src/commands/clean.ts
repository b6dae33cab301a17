import { Argument, type Command } from 'commander';
import type { CleanOptions } from './clean-action.js';
import { levelOption, positiveInteger, rejectLimit } from './options.js';

/** `limpia clean`: raw files to a clean corpus. */
export function registerClean(program: Command): void {
  program
    .command('clean')
    .description('clean a folder: documents, audit trail and manifest go to --out')
    .addArgument(new Argument('[INPUT]', 'folder or file to read').default('raw'))
    .option('--out <DIR>', 'folder to write (default: "clean", with --sample "clean-sample")')
    .option('--rules <DIR>', 'folder of pipeline.yml and your rules (default: "rules", where there is one)')
    .addOption(levelOption())
    .option('--workers <N>', 'worker threads (default: one a core)', positiveInteger)
    .option('--sample <N>', 'clean about N records only, spread over the input', positiveInteger)
    .option('--dry-run', 'tell what would be read and what is new, and write nothing')
    .option('--max-rejects <N|P%>', 'end with 1 when more records could not be read', rejectLimit)
    .option('--profile', 'tell at the end where time went, by stage and by rule')
    .option('--accept', 'leave duplicates out even where a source loses more than duplicates.brake allows')
    .option('--json', 'print the manifest (or what --dry-run found) on stdout')
    .option('--quiet', 'say nothing but errors')
    .addHelpText('after', '\nA run that was interrupted goes on where it stopped: call it again.')
    .action(async (input: string, options: CleanOptions) => {
      const { clean } = await import('./clean-action.js');
      process.exitCode = await clean(input, options);
    });
}
