/** Boosted regression trees over one row of features, laid out for a walk: node by node, the left child right behind its parent. */
export interface Forest {
  readonly roots: Int32Array;
  /** By node: the feature that it asks for, or LEAF, in the low 8 bits; above them where the right child is. */
  readonly nodes: Int32Array;
  /** By node: rows with no more than this go left; of a leaf, what it adds to the log odds. */
  readonly values: Float32Array;
  /** Before each STRIDE trees: a line with lower log odds so far hardly ever comes to even odds any more. */
  readonly least: readonly number[];
}

/** A forest as it is stored. */
export interface ForestData {
  /** Names of the features it was trained on, in order. */
  readonly features: readonly string[];
  /** Base64 of 32-bit floats, little-endian: BINS thresholds for each feature. */
  readonly thresholds: string;
  /** As in Forest: what nearly all lines of the training pages had that came to even odds. */
  readonly least: readonly number[];
  /** Base64: trees in preorder; a split is its feature and the number of its threshold, a leaf is LEAF and 16 bits. */
  readonly trees: string;
}

/** After so many trees it is asked whether the others can still make a difference. */
export const STRIDE = 16;
export const LEAF = 255;
/** Thresholds of each feature. */
export const BINS = 63;
/** Log odds beyond it say no more: sure is sure. What stands beyond a page's ends has them. */
export const MOST_ODDS = 6;
/** Leaves are stored as multiples of its inverse. */
export const LEAF_SCALE = 4096;

/** @throws Error when the data are those of other features: a fault of the build. */
export function decodeForest(data: ForestData, features: readonly string[]): Forest {
  if (data.features.join() !== features.join())
    throw new Error('The line model was trained on other features.');
  const thresholds = Buffer.from(data.thresholds, 'base64');
  const bytes = Buffer.from(data.trees, 'base64');
  const nodes = new Int32Array(bytes.length >> 1);
  const values = new Float32Array(nodes.length);
  const roots: number[] = [];
  let [at, node] = [0, 0];
  const read = (): void => {
    const own = node++;
    const asked = bytes.readUInt8(at);
    if (asked === LEAF) {
      nodes[own] = LEAF;
      values[own] = bytes.readInt16LE(at + 1) / LEAF_SCALE;
      at += 3;
      return;
    }
    values[own] = thresholds.readFloatLE(4 * (asked * BINS + bytes.readUInt8(at + 1)));
    at += 2;
    read();
    nodes[own] = asked | (node << 8);
    read();
  };
  while (at < bytes.length) {
    roots.push(node);
    read();
  }
  return { roots: Int32Array.from(roots), nodes, values, least: data.least };
}

/**
 * The probability that the line whose features begin at `start` is not part of the article; 0 as soon as it is not
 * going to reach `atLeast`, where that is at least a half.
 */
export function probability(forest: Forest, rows: Float32Array, start: number, atLeast = 0): number {
  const { roots, least } = forest;
  const mayStop = atLeast >= 0.5;
  let odds = 0;
  for (let tree = 0; tree < roots.length; tree += STRIDE) {
    if (mayStop && odds < (least[tree / STRIDE] ?? -Infinity)) return 0;
    odds = addTrees(forest, rows, start, tree, odds);
  }
  return 1 / (1 + Math.exp(-odds));
}

/** The log odds of the same, without stopping early. */
export function logOdds(forest: Forest, rows: Float32Array, start: number): number {
  let odds = 0;
  for (let tree = 0; tree < forest.roots.length; tree += STRIDE)
    odds = addTrees(forest, rows, start, tree, odds);
  return odds;
}

/** The log odds after each STRIDE trees, by which `least` is found. */
export function partialOdds(forest: Forest, rows: Float32Array, start: number): number[] {
  const sums: number[] = [0];
  for (let tree = 0; tree < forest.roots.length; tree += STRIDE)
    sums.push(addTrees(forest, rows, start, tree, sums.at(-1) ?? 0));
  return sums;
}

/** Adds what STRIDE trees say. */
function addTrees(
  { roots, nodes, values }: Forest,
  rows: Float32Array,
  start: number,
  from: number,
  odds: number,
): number {
  let sum = odds;
  const end = Math.min(roots.length, from + STRIDE);
  for (let tree = from; tree < end; tree++) {
    let node = roots[tree] ?? 0;
    let meta = nodes[node] ?? LEAF;
    while ((meta & 0xff) !== LEAF) {
      node = (rows[start + (meta & 0xff)] ?? 0) <= (values[node] ?? 0) ? node + 1 : meta >>> 8;
      meta = nodes[node] ?? LEAF;
    }
    sum += values[node] ?? 0;
  }
  return sum;
}
