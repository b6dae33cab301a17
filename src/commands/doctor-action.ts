import { EXIT, type ExitCode } from '../core/errors.js';
import { type Colours, coloursFor } from '../report/colours.js';
import { nodeDisk } from '../write/node-disk.js';
import { examine, type Finding } from './doctor-checks.js';

export interface DoctorOptions {
  readonly out: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** `limpia doctor`: is everything there that a run needs? */
export function doctor(input: string, { out, rules, json }: DoctorOptions): ExitCode {
  const findings = examine({ disk: nodeDisk, input, output: out, ...(rules === undefined ? {} : { rules }) });
  process.stdout.write(
    json === true ? `${JSON.stringify(findings)}\n` : findings.map(show(coloursFor(process.stdout))).join(''),
  );
  return findings.find(({ exitCode }) => exitCode !== EXIT.ok)?.exitCode ?? EXIT.ok;
}

function show(colours: Colours): (finding: Finding) => string {
  return ({ what, exitCode, says, hint, warnings }) => {
    const fine = warnings.length > 0 ? colours.yellow('warn') : colours.green('ok  ');
    const mark = exitCode === EXIT.ok ? fine : colours.red('bad ');
    const lines = [says, hint, ...warnings].filter(Boolean).join('\n').split('\n');
    return `${mark} ${what.padEnd(8)} ${lines.join('\n              ')}\n`;
  };
}
