import type { CleanOptions } from '../clean-folder.js';
import { type DryRun, dryRun } from '../engine/dry-run.js';
import { loadSettings } from '../engine/load-settings.js';
import { nodeDisk } from '../write/node-disk.js';

/** What `limpia clean` would do. Apart from it, since a run reads its settings while its thread gets ready. */
export function dryClean(input: string, output: string, options: CleanOptions): DryRun {
  const { warnings, ...settings } = loadSettings(options);
  const found = dryRun({ input, output, disk: nodeDisk, sample: options.sample, ...settings });
  return { ...found, warnings: [...warnings, ...found.warnings] };
}
