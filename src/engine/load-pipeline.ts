import type { Config } from '../config/schema.js';
import type { Document, Source } from '../core/document.js';
import type { Meter } from '../core/meter.js';
import { pipeline } from '../pipeline.js';
import { compileChecked, type RunRules } from '../strip/compile-checked.js';
import { stripStage } from '../strip/stage.js';
import { headlineFinder } from '../strip/headline.js';
import { type RepeatRules, repeatRules } from '../strip/repeat-rules.js';
import { compileOptions } from './compile-options.js';
import type { FindHeadline } from './repeated-lines.js';
import { withDefaults } from './defaults.js';

export interface LoadedPipeline {
  readonly clean: (source: Source) => Document;
  /** Names a document anew whose title was none. */
  readonly headline: FindHeadline;
  /** Who takes lines that repeat on a host. */
  readonly repeats: RepeatRules;
}

/** The pipeline as rules and a configuration describe it. */
export function loadPipeline({ files, accept }: RunRules, config: Config, meter?: Meter): LoadedPipeline {
  const ruleSet = compileChecked(files, compileOptions(config, accept));
  const clean = pipeline({
    level: config.level,
    keepNoBreakSpaces: config.whitespace['keep-no-break-spaces'],
    strip: stripStage(ruleSet, meter),
    meter,
    languages: config.languages,
    verdict: {
      keepLanguages: config.verdict['keep-languages'],
      minScore: config.verdict['min-score'],
      dropForeignParagraphs: config.verdict['drop-foreign-paragraphs'],
    },
  });
  return {
    clean: source => clean(withDefaults(source, config)),
    headline: headlineFinder(ruleSet, config.level),
    repeats: repeatRules(ruleSet, config.level),
  };
}
