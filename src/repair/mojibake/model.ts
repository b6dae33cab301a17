import { ASTRAL, CHAR_COSTS, EMOJI, KIND_RANGES, KINDS, PAIR_COSTS, UNSEEN_COSTS } from './model-data.js';

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
  for (const range of KIND_RANGES.split(' ')) {
    const [from = '0', kind = '0'] = range.split(':');
    kinds.fill(parseInt(kind, 36), parseInt(from, 36));
  }
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

/** The kind of the character that ends before `at`, or that starts at `at`; END outside of the text. */
export function kindBefore({ kinds }: Model, text: string, at: number): number {
  if (at <= 0) return END;
  const unit = text.charCodeAt(at - 1);
  return (unit & 0xfc00) === 0xdc00 ? astralKind(text.codePointAt(at - 2) ?? 0) : (kinds[unit] ?? END);
}

export function kindAt({ kinds }: Model, text: string, at: number): number {
  if (at >= text.length) return END;
  const unit = text.charCodeAt(at);
  return (unit & 0xfc00) === 0xd800 ? astralKind(text.codePointAt(at) ?? 0) : (kinds[unit] ?? END);
}

function astralKind(point: number): number {
  return point >= 0x1f000 && point < 0x1fb00 ? EMOJI : ASTRAL;
}

/** Nats it costs to write `text[from, to)` between a character of kind `before` and one of kind `after`. */
export function cost(
  model: Model,
  text: string,
  from: number,
  to: number,
  before: number,
  after: number,
): number {
  const { kinds, chars, pairs } = model;
  let sum = 0;
  let last = before;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    let kind = kinds[unit] ?? END;
    if ((unit & 0xfc00) === 0xd800 && i + 1 < to) {
      kind = astralKind(text.codePointAt(i) ?? 0);
      sum += kind === EMOJI ? EMOJI_COST : ASTRAL_COST;
      i++;
    } else sum += chars[unit] ?? 0;
    sum += pairs[last * KINDS + kind] ?? 0;
    last = kind;
  }
  return sum + (pairs[last * KINDS + after] ?? 0);
}
