/** Boosted regression trees over one row of features, laid out for a walk: node by node, the left child right behind its parent. */
export interface Forest {
  readonly roots: readonly number[];
  /** By node: the feature that it asks for, or LEAF. */
  readonly feature: Uint8Array;
  /** By node: rows with no more than this go left. */
  readonly threshold: Float32Array;
  /** By node: where the right child is. */
  readonly right: Int32Array;
  /** By node: of a leaf, what it adds to the log odds. */
  readonly value: Float32Array;
}

/** A forest as it is stored. */
export interface ForestData {
  /** Names of the features it was trained on, in order. */
  readonly features: readonly string[];
  /** Base64 of 32-bit floats, little-endian: BINS thresholds for each feature. */
  readonly thresholds: string;
  /** Base64: trees in preorder; a split is its feature and the number of its threshold, a leaf is LEAF and 16 bits. */
  readonly trees: string;
}

export const LEAF = 255;
/** Thresholds of each feature. */
export const BINS = 63;
/** Leaves are stored as multiples of its inverse. */
export const LEAF_SCALE = 4096;

/** @throws Error when the data are those of other features: a fault of the build. */
export function decodeForest(data: ForestData, features: readonly string[]): Forest {
  if (data.features.join() !== features.join())
    throw new Error('The line model was trained on other features.');
  const thresholds = Buffer.from(data.thresholds, 'base64');
  const bytes = Buffer.from(data.trees, 'base64');
  const nodes = bytes.length >> 1;
  const feature = new Uint8Array(nodes);
  const threshold = new Float32Array(nodes);
  const right = new Int32Array(nodes);
  const value = new Float32Array(nodes);
  const roots: number[] = [];
  let [at, node] = [0, 0];
  const read = (): void => {
    const own = node++;
    const asked = bytes.readUInt8(at);
    feature[own] = asked;
    if (asked === LEAF) {
      value[own] = bytes.readInt16LE(at + 1) / LEAF_SCALE;
      at += 3;
      return;
    }
    threshold[own] = thresholds.readFloatLE(4 * (asked * BINS + bytes.readUInt8(at + 1)));
    at += 2;
    read();
    right[own] = node;
    read();
  };
  while (at < bytes.length) {
    roots.push(node);
    read();
  }
  return { roots, feature, threshold, right, value };
}

/** The probability that the line with these features is not part of the article. */
export function probability({ roots, feature, threshold, right, value }: Forest, row: Float32Array): number {
  let odds = 0;
  for (const root of roots) {
    let node = root;
    for (let asked = feature[node] ?? LEAF; asked !== LEAF; asked = feature[node] ?? LEAF)
      node = (row[asked] ?? 0) <= (threshold[node] ?? 0) ? node + 1 : (right[node] ?? 0);
    odds += value[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-odds));
}
