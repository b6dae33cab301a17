import { Argument, type Command } from 'commander';
import type { DoctorOptions } from './doctor-action.js';

/** `limpia doctor`: is everything there that a run needs? */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check Node, rules, configuration, input, output folder and free space')
    .addArgument(new Argument('[INPUT]', 'folder or file to read').default('raw'))
    .option('--out <DIR>', 'folder to write', 'clean')
    .option('--rules <DIR>', 'folder of pipeline.yml and your rules (default: "rules", where there is one)')
    .option('--json', 'print the findings as JSON on stdout')
    .addHelpText(
      'after',
      '\nEnds with 0 when a run can begin, else with the code that the run would end with.',
    )
    .action(async (input: string, options: DoctorOptions) => {
      const { doctor } = await import('./doctor-action.js');
      process.exitCode = doctor(input, options);
    });
}
