/** Modules of the built program that are none of its public doors. */
import { join } from 'node:path';
import { type LinesIn, linesIn } from '../../support/lines.js';

const internal = (path: string): Promise<unknown> => import(join(import.meta.dirname, '../../../dist', path));

/** Opaque here: made by decodeForest, taken by chooseLines and probability. */
export type Forest = Readonly<Record<string, unknown>>;
type KnownLine = Readonly<Record<string, unknown>>;
export interface ForestData {
  readonly features: readonly string[];
  readonly least: readonly number[];
  readonly thresholds: string;
  readonly trees: string;
}

export interface ModelData {
  readonly base: ForestData;
  readonly stacked: ForestData;
}
/** Opaque here, as its forests are. */
export type Model = Readonly<{ base: Forest; stacked: Forest }>;

const { knowLines } = (await internal('strip/lines/known-line.js')) as {
  knowLines: (lines: LinesIn) => KnownLine[];
};
const { FEATURES, lineFeatures } = (await internal('strip/lines/features.js')) as {
  FEATURES: readonly string[];
  lineFeatures: (lines: readonly KnownLine[]) => Float32Array;
};
const { SCORE_FEATURES, scoreFeatures } = (await internal('strip/lines/score-features.js')) as {
  SCORE_FEATURES: readonly string[];
  scoreFeatures: (lines: readonly KnownLine[], odds: Float64Array) => Float32Array;
};
const { chooseLines } = (await internal('strip/lines/choose.js')) as {
  chooseLines: (lines: object, model: Model, atLeast: number) => Map<number, number>;
};
export const { decodeModel } = (await internal('strip/lines/model.js')) as {
  decodeModel: (data: ModelData) => Model;
};
export const { BINS, LEAF, LEAF_SCALE, decodeForest, logOdds, partialOdds } = (await internal(
  'strip/lines/forest.js',
)) as {
  BINS: number;
  LEAF: number;
  LEAF_SCALE: number;
  decodeForest: (data: ForestData, features: readonly string[]) => Forest;
  logOdds: (forest: Forest, rows: Float32Array, start: number) => number;
  partialOdds: (forest: Forest, rows: Float32Array, start: number) => number[];
};
export { FEATURES, SCORE_FEATURES };

const know = (lines: readonly string[]): KnownLine[] => knowLines(linesIn(lines));

/** Rows of features, one behind the other. */
export function featuresOf(lines: readonly string[]): Float32Array {
  return lineFeatures(know(lines));
}

/** The same of the second forest, by the log odds that the first gives. */
export function scoreFeaturesOf(lines: readonly string[], odds: Float64Array): Float32Array {
  return scoreFeatures(know(lines), odds);
}

/** The lines that the program would drop, with their scores. */
export function choose(lines: readonly string[], model: Model, atLeast: number): Map<number, number> {
  return chooseLines(linesIn(lines), model, atLeast);
}

const { loadPipeline } = (await internal('engine/load-pipeline.js')) as {
  loadPipeline: (rules: object, config: object) => { clean: (source: object) => { text: string } };
};
const { loadRules } = (await internal('rules/load.js')) as {
  loadRules: (folder: string) => { files: object };
};
const { compileRules } = (await internal('strip/compile.js')) as {
  compileRules: (files: object) => { checked: object };
};
const { DEFAULT_CONFIG } = (await internal('config/schema.js')) as { DEFAULT_CONFIG: object };
const { NO_FIELDS } = (await internal('core/document.js')) as { NO_FIELDS: object };

const rules = { files: compileRules(loadRules('').files).checked, accept: [] };
const { clean } = loadPipeline(rules, { ...DEFAULT_CONFIG, level: 'full', off: ['lines/model'] });

/** The lines of a page that the rules leave. */
export function linesOf(text: string, url: string): string[] {
  const origin = { path: '', offset: 0, length: 0 };
  const source = {
    ownId: '',
    origin,
    charset: 'utf-8',
    sha256: '',
    text,
    fields: { ...NO_FIELDS, url },
    extra: '{}',
  };
  return clean(source)
    .text.split('\n')
    .filter(line => line !== '');
}
