import type { Command } from 'commander';

/** `limpia init`: a folder that is ready for work. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description('prepare a folder: raw/, a commented rules/pipeline.yml, a first rule, npm scripts')
    .argument('[DIR]', 'the folder', '.')
    .addHelpText('after', '\nWhat is there already is left as it is.')
    .action(async (folder: string) => {
      const { init } = await import('./init-action.js');
      process.exitCode = init(folder);
    });
}
