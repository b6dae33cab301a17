import { bare } from './fold.js';
import { literalScan } from './literal-scan.js';
import type { Rule } from './rule.js';

/** Finds the rules that may match a line without trying each of them. */
export interface RuleIndex {
  /** Orders of the rules that may match, ascending, for a line in folded form. */
  readonly candidates: (folded: string) => readonly number[];
}

const NONE: readonly number[] = [];

export function ruleIndex(rules: readonly Rule[]): RuleIndex {
  const exact = new Map<string, number[]>();
  const byLiteral = new Map<string, number[]>();
  const short: { readonly units: number; readonly order: number }[] = [];
  const always: number[] = [];
  for (const { order, action } of rules) {
    for (const key of 'match' in action ? action.match.keys : []) {
      if (key.type === 'exact') add(exact, key.text, order);
      else if (key.type === 'literal') add(byLiteral, key.text, order);
      else if (key.type === 'short') short.push({ units: key.units, order });
      else always.push(order);
    }
  }
  const owners = [...byLiteral.values()];
  const { scan } = literalScan([...byLiteral.keys()]);
  const longestShort = Math.max(0, ...short.map(({ units }) => units));
  let hits: number[] = [];
  const found = (literal: number): void => {
    hits.push(literal);
  };
  return {
    candidates(folded) {
      hits = [];
      scan(folded, found);
      const whole = exact.get(bare(folded));
      const isShort = folded.length <= longestShort;
      if (hits.length === 0 && !whole && !isShort) return always;
      const orders = new Set(always);
      for (const hit of hits) for (const order of owners[hit] ?? NONE) orders.add(order);
      for (const order of whole ?? NONE) orders.add(order);
      if (isShort) for (const { units, order } of short) if (folded.length <= units) orders.add(order);
      return orders.size === 0 ? NONE : [...orders].sort((a, b) => a - b);
    },
  };
}

function add(map: Map<string, number[]>, key: string, order: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [order]);
  else if (list.at(-1) !== order) list.push(order);
}
