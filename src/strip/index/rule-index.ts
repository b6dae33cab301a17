import type { Key, Rule } from '../rule.js';
import { edgeWalk } from './edge-walk.js';
import { literalScan } from './literal-scan.js';
import type { Found } from './trie.js';
import { foldUnits } from './unit-fold.js';

/** Finds the rules that may match a line without trying each of them. */
export interface RuleIndex {
  /**
   * Orders of the rules that may match the line `[start, end)` of a text, in no order, each once. Of a line longer
   * than `visible` only so many UTF-16 units at each end are looked at. The list is valid until the next call.
   */
  readonly candidates: (text: string, start: number, end: number) => readonly number[];
}

type Literal = Extract<Key, { readonly type: 'literal' }>;

/** A rule that a string stands for, and the longest line on which it may. */
interface Owner {
  readonly order: number;
  readonly longest: number;
  /** The string with its capitals, where they count. */
  readonly cased?: string;
}

/** What stands for a line that is longer than `whole` is its first and last `edge` UTF-16 units. */
export interface Sight {
  readonly whole: number;
  readonly edge: number;
}

export function ruleIndex(rules: readonly Rule[], { whole, edge }: Sight): RuleIndex {
  const always: number[] = [];
  const short: Owner[] = [];
  const literals: Record<Literal['at'], Map<string, Owner[]>> = {
    start: new Map(),
    end: new Map(),
    any: new Map(),
  };
  for (const { order, action } of rules) {
    for (const key of 'match' in action ? action.match.keys : []) {
      if (key.type === 'slow') always.push(order);
      else if (key.type === 'short') short.push({ order, longest: key.longest });
      else {
        const { at, text, longest, ignoreCase } = key;
        add(literals[at], foldUnits(text), { order, longest, ...(ignoreCase ? {} : { cased: text }) });
      }
    }
  }
  const walkStart = edgeWalk([...literals.start.keys()], 'start');
  const walkEnd = edgeWalk([...literals.end.keys()], 'end');
  const scan = literalScan([...literals.any.keys()]);

  // Each rule notes the last line that it was a candidate for: no set has to be filled and emptied.
  const seen = new Int32Array(Math.max(0, ...rules.map(({ order }) => order)) + 1);
  let line = 0;
  let units = 0;
  let orders: number[] = [];
  const take = ({ order, longest }: Owner): void => {
    if (units > longest || seen[order] === line) return;
    seen[order] = line;
    orders.push(order);
  };
  let around = '';
  const teller = (map: ReadonlyMap<string, readonly Owner[]>): Found => {
    const owners = [...map.values()];
    return (string, at) => {
      for (const owner of owners[string] ?? [])
        if (owner.cased === undefined || around.startsWith(owner.cased, at)) take(owner);
    };
  };
  const [atStart, atEnd, anywhere] = [teller(literals.start), teller(literals.end), teller(literals.any)];
  const longestShort = Math.max(0, ...short.map(({ longest }) => longest));
  return {
    candidates(text, start, end) {
      line = (line + 1) | 0;
      around = text;
      if (orders.length > 0) orders = [];
      const isWhole = end - start <= whole;
      units = isWhole ? end - start : edge;
      for (const order of always) take({ order, longest: Infinity });
      if (units <= longestShort) short.forEach(take);
      walkStart(text, start, end, atStart);
      walkEnd(text, start, end, atEnd);
      if (isWhole) scan(text, start, end, anywhere);
      else {
        scan(text, start, start + edge, anywhere);
        scan(text, end - edge, end, anywhere);
      }
      return orders;
    },
  };
}

function add(map: Map<string, Owner[]>, text: string, owner: Owner): void {
  const list = map.get(text) ?? [];
  map.set(text, list);
  if (
    !list.some(
      ({ order, longest, cased }) =>
        order === owner.order && longest >= owner.longest && (cased ?? owner.cased) === owner.cased,
    )
  )
    list.push(owner);
}
