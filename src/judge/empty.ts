import type { JudgeStage } from '../core/stage.js';
import { KEEP } from '../core/document.js';

/** Drops a document that has no text left once the page around it is gone. */
export const empty: JudgeStage = {
  id: 'empty',
  version: 1,
  judge: ({ text, source }) =>
    text === ''
      ? {
          action: 'drop',
          reason: 'empty',
          by: 'empty',
          evidence: `nothing is left of ${source.text.length} UTF-16 units`,
        }
      : KEEP,
  examples: [
    { text: 'A sentence.', action: 'keep' },
    { text: '', action: 'drop' },
  ],
};
