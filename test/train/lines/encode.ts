import type { Tree } from './boost.js';
import { BINS, type ForestData, LEAF, LEAF_SCALE, type ModelData } from './program.js';

/** A forest as the program stores it; `least` is still to be found. */
export function encode(
  features: readonly string[],
  thresholds: readonly Float32Array[],
  trees: readonly Tree[],
): ForestData {
  const table = Buffer.alloc(4 * BINS * features.length);
  thresholds.forEach((cuts, feature) => {
    cuts.forEach((cut, bin) => table.writeFloatLE(cut, 4 * (feature * BINS + bin)));
  });
  const bytes: number[] = [];
  const write = (node: Tree): void => {
    if ('value' in node) {
      const value = Buffer.alloc(2);
      value.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(node.value * LEAF_SCALE))));
      bytes.push(LEAF, ...value);
      return;
    }
    bytes.push(node.feature, node.bin);
    write(node.left);
    write(node.right);
  };
  trees.forEach(write);
  return {
    features,
    least: [],
    thresholds: table.toString('base64'),
    trees: Buffer.from(bytes).toString('base64'),
  };
}

/** The module that holds both forests. */
export function render({ base, stacked }: ModelData): string {
  return `// Made by test/train/lines/train.ts from the labels of lines on 481 pages. Don't edit.
import type { ModelData } from './model.js';

// prettier-ignore
export const MODEL: ModelData = {
  base: ${renderForest(base)},
  stacked: ${renderForest(stacked)},
};
`;
}

function renderForest({ features, least, thresholds, trees }: ForestData): string {
  return `{
    features: ${JSON.stringify(features)},
    least: ${JSON.stringify(least)},
    thresholds:
      '${thresholds}',
    trees:
      '${trees}',
  }`;
}
