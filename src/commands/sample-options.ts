import type { Command } from 'commander';
import type { Level } from '../core/document.js';
import { levelOption, positiveInteger } from './options.js';

/** As many documents as show what a rule does, and few enough to wait for. */
const DOCUMENTS = 10_000;

export interface SampleOptions {
  readonly rules?: string;
  readonly level?: Level;
  readonly documents: number;
  readonly json?: boolean;
}

/** The options of every command that looks at raw data. */
export function sampleOptions(command: Command): Command {
  return command
    .option('--rules <DIR>', 'folder of your rules (default: "rules", where there is one)')
    .addOption(levelOption())
    .option('--documents <N>', 'look at no more documents', positiveInteger, DOCUMENTS)
    .option('--json', 'print the result as JSON on stdout');
}
