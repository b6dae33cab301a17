import { compareOutputs } from '../compare/compare.js';
import { EXIT, type ExitCode } from '../core/errors.js';
import { coloursFor } from '../report/colours.js';
import { showComparison, showTexts } from '../report/comparison.js';
import { findRecord, readManifest } from '../restore/output.js';
import { nodeDisk } from '../write/node-disk.js';

export interface DiffOptions {
  readonly examples: number;
  readonly json?: boolean;
}

/** `limpia diff`: what changed between two outputs. */
export function diff(before: string, after: string, { examples, json }: DiffOptions): ExitCode {
  const comparison = compareOutputs(nodeDisk, before, after, examples);
  if (json === true) {
    process.stdout.write(`${JSON.stringify(comparison)}\n`);
    return EXIT.ok;
  }
  const colours = coloursFor(process.stdout);
  process.stdout.write(showComparison(comparison, colours));
  for (const one of comparison.examples) {
    const [old, now] = [textIn(before, one.id), textIn(after, one.id)];
    process.stdout.write(showTexts(one, old, now, colours));
  }
  return EXIT.ok;
}

/** The clean text of a kept record; '' for any other. */
function textIn(output: string, id: string): string {
  const found = findRecord(nodeDisk, output, readManifest(nodeDisk, output), id);
  return found?.fate === 'kept' ? found.record.text : '';
}
