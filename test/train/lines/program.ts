/** Modules of the built program that are none of its public doors. */
import { join } from 'node:path';

const internal = (path: string): Promise<unknown> => import(join(import.meta.dirname, '../../../dist', path));

/** Opaque here: made by decodeForest, taken by chooseLines. */
export type Forest = Readonly<Record<string, unknown>>;
export type KnownLine = Readonly<Record<string, unknown>>;
export interface ForestData {
  readonly features: readonly string[];
  readonly thresholds: string;
  readonly trees: string;
}

export const { FEATURES, knowLine, lineFeatures } = (await internal('strip/lines/features.js')) as {
  FEATURES: readonly string[];
  knowLine: (text: string) => KnownLine;
  lineFeatures: (lines: readonly KnownLine[]) => Float32Array[];
};
export const { BINS, LEAF, LEAF_SCALE, decodeForest } = (await internal('strip/lines/forest.js')) as {
  BINS: number;
  LEAF: number;
  LEAF_SCALE: number;
  decodeForest: (data: ForestData, features: readonly string[]) => Forest;
};
export const { chooseLines } = (await internal('strip/lines/choose.js')) as {
  chooseLines: (lines: readonly string[], forest: Forest, atLeast: number) => Map<number, number>;
};
const { loadPipeline } = (await internal('engine/load-pipeline.js')) as {
  loadPipeline: (rules: object, config: object) => { clean: (source: object) => { text: string } };
};
const { loadRules } = (await internal('rules/load.js')) as { loadRules: (folder: string) => object };
const { DEFAULT_CONFIG } = (await internal('config/schema.js')) as { DEFAULT_CONFIG: object };
const { NO_FIELDS } = (await internal('core/document.js')) as { NO_FIELDS: object };

const { clean } = loadPipeline(loadRules(''), { ...DEFAULT_CONFIG, level: 'full', off: ['lines/model'] });

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
