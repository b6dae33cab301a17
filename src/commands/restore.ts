import type { Command } from 'commander';
import type { RestoreOptions } from './restore-action.js';

/** `limpia restore`: text as it was before cleaning. */
export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description('give back the decoded original of a record, or of all, from the output folder alone')
    .argument('[ID]', 'a record of the output')
    .option('--from <DIR>', 'output folder', 'clean')
    .option('--all', 'every record')
    .option('--out <DIR>', 'new folder for the originals, with --all')
    .action(async (id: string | undefined, options: RestoreOptions) => {
      const { restore } = await import('./restore-action.js');
      process.exitCode = restore(id, options);
    });
}
