import { KEEP } from '../core/document.js';
import type { JudgeStage } from '../core/stage.js';

/** Drops documents in other languages than these (ISO 639-3; `und` is one of them if it is named). */
export function keepLanguages(languages: readonly string[]): JudgeStage {
  return {
    id: 'keep-languages',
    version: 1,
    judge: ({ tags }) =>
      languages.includes(tags.lang)
        ? KEEP
        : {
            action: 'drop',
            reason: 'language',
            by: 'keep-languages',
            evidence: `${tags.lang} ${tags.score.toFixed(2)}, not one of ${languages.join(', ')}`,
          },
    examples: [],
  };
}

/** Drops documents whose language is less sure than `least`, 0 to 1. */
export function minScore(least: number): JudgeStage {
  return {
    id: 'min-score',
    version: 1,
    judge: ({ tags }) =>
      tags.score >= least
        ? KEEP
        : {
            action: 'drop',
            reason: 'language-score',
            by: 'min-score',
            evidence: `${tags.lang} ${tags.score.toFixed(2)}, under ${least}`,
          },
    examples: [],
  };
}
