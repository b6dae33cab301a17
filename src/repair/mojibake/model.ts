import { ASTRAL, CHAR_COSTS, EMOJI, KIND_RANGES, KINDS, PAIR_COSTS, UNSEEN_COSTS } from './model-data.js';
import { isHigh, isLow, pointAt } from './units.js';

/** What it costs to write a text, in nats: the less natural, the more. */
export interface Model {
  readonly kinds: Uint8Array;
  readonly chars: Float32Array;
  /** What a character costs that was never seen, by kind. */
  readonly unseen: Float32Array;
  readonly pairs: Float32Array;
}

/** The kind of a line's end, and of nothing. */
const END = 0;
/** Cost within its kind of a character beyond the BMP: there are about 1,400 emoji, and rare scripts. */
const EMOJI_COST = 6;
const ASTRAL_COST = 11;

let model: Model | undefined;

/** Unpacks the tables when first asked for, in about 2 ms. */
export function loadModel(): Model {
  model ??= unpack();
  return model;
}

function unpack(): Model {
  const kinds = new Uint8Array(0x10000);
  let start = 0;
  let last = 0;
  for (const range of KIND_RANGES.split(' ')) {
    const [from = '0', kind = '0'] = range.split(':');
    const next = parseInt(from, 36);
    kinds.fill(last, start, next);
    start = next;
    last = parseInt(kind, 36);
  }
  kinds.fill(last, start);
  const unseen = Float32Array.from(UNSEEN_COSTS, cost => cost / 2);
  const chars = new Float32Array(0x10000);
  for (let code = 0; code < 0x10000; code++) chars[code] = unseen[kinds[code] ?? 0] ?? 0;
  for (const [cost, list] of CHAR_COSTS)
    for (let i = 0; i < list.length; i++) chars[list.charCodeAt(i)] = cost / 2;
  chars[10] = 0;
  const pairs = new Float32Array(KINDS * KINDS);
  for (let i = 0; i < pairs.length; i++) pairs[i] = (PAIR_COSTS.charCodeAt(i) - 35) / 4;
  return { kinds, chars, unseen, pairs };
}

/** The kind of the character that ends before `at`; END outside of the text. */
export function kindBefore({ kinds }: Model, units: Uint16Array, at: number): number {
  if (at <= 0) return END;
  const unit = units[at - 1] ?? 0;
  if (!isLow(unit)) return kinds[unit] ?? END;
  return astralKind(at > 1 ? pointAt(units, at - 2, units.length) : 0);
}

/** The kind of the character that starts at `at`; END outside of the text. */
export function kindAt({ kinds }: Model, units: Uint16Array, at: number, length = units.length): number {
  if (at >= length) return END;
  const unit = units[at] ?? 0;
  return isHigh(unit) ? astralKind(pointAt(units, at, length)) : (kinds[unit] ?? END);
}

function astralKind(point: number): number {
  return point >= 0x1f000 && point < 0x1fb00 ? EMOJI : ASTRAL;
}

/** Nats it costs to write `units[from, to)` between a character of kind `before` and one of kind `after`. */
export function cost(
  { kinds, chars, pairs }: Model,
  units: Uint16Array,
  from: number,
  to: number,
  before: number,
  after: number,
): number {
  let sum = 0;
  let last = before;
  for (let i = from; i < to; i++) {
    const unit = units[i] ?? 0;
    let kind = kinds[unit] ?? END;
    if (isHigh(unit) && i + 1 < to) {
      kind = astralKind(pointAt(units, i, units.length));
      sum += kind === EMOJI ? EMOJI_COST : ASTRAL_COST;
      i++;
    } else sum += chars[unit] ?? 0;
    sum += pairs[last * KINDS + kind] ?? 0;
    last = kind;
  }
  return sum + (pairs[last * KINDS + after] ?? 0);
}

/** Nats it costs that a character of one kind follows one of another. */
export function costBetween({ pairs }: Model, before: number, after: number): number {
  return pairs[before * KINDS + after] ?? 0;
}

/** Chinese enough (a surname, a liquor), though the text that the model was made from lacks it. */
const KNOWN_ALL_THE_SAME = '茅'.charCodeAt(0);

/** Not once in the text that the model was made from, about 500,000 East Asian characters: 脿, 횪. */
export function isRare(unit: number, { chars, kinds, unseen }: Model): boolean {
  return unit !== KNOWN_ALL_THE_SAME && (chars[unit] ?? 0) >= (unseen[kinds[unit] ?? 0] ?? 0);
}
