import type { Command } from 'commander';
import type { DiffOptions } from './diff-action.js';
import { positiveInteger } from './options.js';

/** `limpia diff`: what changed between two outputs. */
export function registerDiff(program: Command): void {
  program
    .command('diff')
    .description('tell what changed between two outputs: documents, their texts, edits by rule')
    .argument('<OLD>', 'output folder')
    .argument('<NEW>', 'output folder')
    .option('--examples <N>', 'documents to show of each kind of difference', positiveInteger, 5)
    .option('--json', 'print the comparison as JSON on stdout')
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('./diff-action.js');
      process.exitCode = diff(before, after, options);
    });
}
