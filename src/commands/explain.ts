import type { Command } from 'commander';
import type { ExplainOptions } from './explain-action.js';
import { levelOption } from './options.js';

/** `limpia explain`: the story of one document. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('tell the story of one document: every edit in place, by whom, its tags and verdict')
    .argument('<ID|FILE[:OFFSET]>', 'a record of the output, or a raw file and the byte its record starts at')
    .option('--from <DIR>', 'output folder to look an ID up in', 'clean')
    .option(
      '--input <DIR>',
      'input folder that a FILE lies in (default: as the last run read it, else "raw")',
    )
    .option('--rules <DIR>', 'rules to explain a FILE by (default: "rules", where there is one)')
    .addOption(levelOption())
    .option('--json', 'print the story as JSON')
    .action(async (what: string, options: ExplainOptions) => {
      const { explain } = await import('./explain-action.js');
      process.exitCode = await explain(what, options);
    });
}
