/** Gradient boosting of regression trees for a yes-or-no question, on histograms of binned features, leaf by leaf (LightGBM, 2017). */
import { random } from '../../support/random.js';
import { type Bins, type Rows, sums } from './bins.js';

export interface Options {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** The share of the features that each tree may ask for. */
  readonly features: number;
  /** The share of the groups that each tree sees. */
  readonly bagging: number;
  readonly minRows: number;
  readonly l2: number;
  readonly seed: number;
  /** By feature: 1 where more of it may only raise the odds, -1 where it may only lower them. */
  readonly monotone?: readonly number[];
}

export type Tree =
  | { readonly value: number }
  | { readonly feature: number; readonly bin: number; readonly left: Tree; readonly right: Tree };

/** Between what the value of a leaf lies, so that no split below one that must rise makes it fall. */
type Bounds = readonly [low: number, high: number];
const FREE: Bounds = [-Infinity, Infinity];

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
  readonly bounds: readonly [left: Bounds, right: Bounds];
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly grad: number;
  readonly hess: number;
  readonly bins: Float64Array;
  readonly bounds: Bounds;
  split?: Split;
  children?: readonly [Leaf, Leaf];
}

/** Trees whose sum is the log odds of a row's label. Labels are 0 or 1; rows of one group are in a tree's sample or out of it together. */
export function boost(
  rows: Rows,
  labels: Uint8Array,
  weights: Float64Array,
  groups: Int32Array,
  options: Options,
): Tree[] {
  const chance = random(options.seed);
  const odds = new Float64Array(rows.count);
  const grad = new Float64Array(rows.count);
  const hess = new Float64Array(rows.count);
  const trees: Tree[] = [];
  for (let i = 0; i < options.trees; i++) {
    for (let row = 0; row < rows.count; row++) {
      const p = 1 / (1 + Math.exp(-(odds[row] ?? 0)));
      grad[row] = (p - (labels[row] ?? 0)) * (weights[row] ?? 0);
      hess[row] = p * (1 - p) * (weights[row] ?? 0);
    }
    const inBag = new Map<number, boolean>();
    const sample = Int32Array.from(groups, (_, row) => row).filter(row => {
      const group = groups[row] ?? 0;
      let isIn = inBag.get(group);
      if (isIn === undefined) inBag.set(group, (isIn = chance() < options.bagging));
      return isIn;
    });
    const features = rows.bins.flatMap((_, feature) => (chance() < options.features ? [feature] : []));
    const tree = grow(rows, sample, grad, hess, features, options);
    trees.push(tree);
    for (let row = 0; row < rows.count; row++) odds[row] = (odds[row] ?? 0) + leafValue(tree, rows.bins, row);
  }
  return trees;
}

function leafValue(tree: Tree, bins: Bins, row: number): number {
  let node = tree;
  while (!('value' in node)) node = (bins[node.feature]?.[row] ?? 0) <= node.bin ? node.left : node.right;
  return node.value;
}

function grow(
  rows: Rows,
  order: Int32Array,
  grad: Float64Array,
  hess: Float64Array,
  features: readonly number[],
  options: Options,
): Tree {
  const leafOf = (from: number, to: number, bins: Float64Array, bounds: Bounds): Leaf => {
    let [g, h] = [0, 0];
    for (let i = from; i < to; i++) {
      g += grad[order[i] ?? 0] ?? 0;
      h += hess[order[i] ?? 0] ?? 0;
    }
    const leaf: Leaf = { from, to, grad: g, hess: h, bins, bounds };
    const split = to - from >= 2 * options.minRows ? bestSplit(leaf, features, options) : undefined;
    return split ? { ...leaf, split } : leaf;
  };
  const measure = (from: number, to: number): Float64Array =>
    sums(rows.bins, features, order.subarray(from, to), grad, hess);
  const root = leafOf(0, order.length, measure(0, order.length), FREE);
  const open = [root];
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    const best = open.reduce<Leaf | undefined>(
      (a, b) => ((b.split?.gain ?? 0) > (a?.split?.gain ?? 0) ? b : a),
      undefined,
    );
    if (!best?.split) break;
    const column = rows.bins[best.split.feature] ?? new Uint8Array();
    const middle = partition(order, best.from, best.to, column, best.split.bin);
    // The larger child is what the smaller one leaves of the parent.
    const isLeftSmall = middle - best.from < best.to - middle;
    const small = isLeftSmall ? measure(best.from, middle) : measure(middle, best.to);
    const large = best.bins;
    for (let i = 0; i < large.length; i++) large[i] = (large[i] ?? 0) - (small[i] ?? 0);
    best.children = [
      leafOf(best.from, middle, isLeftSmall ? small : large, best.split.bounds[0]),
      leafOf(middle, best.to, isLeftSmall ? large : small, best.split.bounds[1]),
    ];
    open.splice(open.indexOf(best), 1, ...best.children);
  }
  const finish = (leaf: Leaf): Tree =>
    leaf.split && leaf.children
      ? {
          feature: leaf.split.feature,
          bin: leaf.split.bin,
          left: finish(leaf.children[0]),
          right: finish(leaf.children[1]),
        }
      : { value: options.rate * valueOf(leaf.grad, leaf.hess, options.l2, leaf.bounds) };
  return finish(root);
}

/** Rows of `[from, to)` whose bin is no larger come first; returns where the others begin. Keeps the order of each. */
function partition(order: Int32Array, from: number, to: number, column: Uint8Array, bin: number): number {
  const rest: number[] = [];
  let at = from;
  for (let i = from; i < to; i++) {
    const row = order[i] ?? 0;
    if ((column[row] ?? 0) <= bin) order[at++] = row;
    else rest.push(row);
  }
  order.set(rest, at);
  return at;
}

const WIDTH = 64;

function valueOf(grad: number, hess: number, l2: number, [low, high]: Bounds): number {
  return Math.max(low, Math.min(high, -grad / (hess + l2)));
}

function bestSplit(
  { grad, hess, bins, bounds }: Leaf,
  features: readonly number[],
  { l2, minRows, monotone }: Options,
): Leaf['split'] {
  const score = (g: number, h: number): number => (g * g) / (h + l2);
  const whole = score(grad, hess);
  let best: Leaf['split'];
  features.forEach((feature, i) => {
    let [g, h, n] = [0, 0, 0];
    const direction = monotone?.[feature] ?? 0;
    const start = 3 * WIDTH * i;
    const total = bins
      .subarray(start, start + 3 * WIDTH)
      .reduce((sum, value, at) => (at % 3 === 2 ? sum + value : sum), 0);
    for (let bin = 0; bin < WIDTH - 1; bin++) {
      g += bins[start + 3 * bin] ?? 0;
      h += bins[start + 3 * bin + 1] ?? 0;
      n += bins[start + 3 * bin + 2] ?? 0;
      if (n < minRows || total - n < minRows) continue;
      const gain = score(g, h) + score(grad - g, hess - h) - whole;
      if (gain <= (best?.gain ?? 1e-9)) continue;
      const left = valueOf(g, h, l2, bounds);
      const right = valueOf(grad - g, hess - h, l2, bounds);
      if (direction * (right - left) < 0) continue;
      best = { gain, feature, bin, bounds: boundsBelow(bounds, direction, (left + right) / 2) };
    }
  });
  return best;
}

/** Of both children of a split: the middle between their values is the border that neither may cross. */
function boundsBelow([low, high]: Bounds, direction: number, middle: number): readonly [Bounds, Bounds] {
  if (direction === 0)
    return [
      [low, high],
      [low, high],
    ];
  const [below, above]: readonly [Bounds, Bounds] = [
    [low, middle],
    [middle, high],
  ];
  return direction > 0 ? [below, above] : [above, below];
}
