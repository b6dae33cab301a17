import type { Edit, Level, Suspect } from '../core/document.js';
import { type EditStage, NOTHING } from '../core/stage.js';

export interface MojibakeOptions {
  readonly level?: Level;
  readonly lang?: string;
}

export interface MojibakeRepair {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly confusion: string;
  readonly confidence: number;
  readonly suspects: readonly Suspect[];
}

export function repairMojibake(text: string, options: MojibakeOptions = {}): MojibakeRepair {
  return { text, edits: [], confusion: '', confidence: 0, suspects: options.level ? [] : [] };
}

export const mojibake: EditStage = {
  id: 'mojibake',
  version: 1,
  run: () => NOTHING,
  examples: [{ from: 'clean' }],
};
