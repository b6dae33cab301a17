import { type CharSet, firstOf, isNullable, overlap, unionOf } from './char-sets.js';
import type { RegexNode, RepeatNode } from './parse.js';
import { isAnchored } from './literals.js';
import { firstIn, joined, textOf } from './witness.js';

/** A repeat that may run this often is as bad as one without end. */
const MANY = 200;
/** Limited repeats nested in a repeat of at most this many rounds stay cheap. */
const FEW = 3;

/**
 * Why a regex may take more than linear time on some text, or undefined when it looks safe. A quick structural check
 * that errs on the side of refusing; `limpia rules test` searches for real attacks as well (recheck).
 */
export function superLinear(node: RegexNode, flags: string): Danger | undefined {
  if (refers(node))
    return { why: 'A reference to a group cannot be checked: write out what it repeats.', attack: '' };
  return nested(node, flags) ?? adjacent(node, flags) ?? restarts(node, flags);
}

export interface Danger {
  readonly why: string;
  /** A text on which the time shows, as an expression of JavaScript; '' where there is none to give. */
  readonly attack: string;
}

/** Text that leads to the danger, what is repeated there, and the repeat that must fail in the end. */
function danger(why: string, before: string, pump: string, failing: CharSet): Danger {
  const end = [...'!\n\0'].find(char => !failing.has(char)) ?? '';
  const parts = [...(before === '' ? [] : [quoted(before)]), `${quoted(pump)}.repeat(10000)`, quoted(end)];
  return { why, attack: pump === '' ? '' : parts.join(' + ') };
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"')}'`;
}

function refers(node: RegexNode): boolean {
  return node.type === 'reference' || children(node).some(refers);
}

function isLong(node: RegexNode): node is RepeatNode {
  return node.type === 'repeat' && node.max > MANY;
}

function hasLong(node: RegexNode): boolean {
  return isLong(node) || children(node).some(hasLong);
}

function children(node: RegexNode): readonly RegexNode[] {
  if (node.type === 'seq') return node.parts;
  if (node.type === 'alt') return node.options;
  return node.type === 'repeat' || node.type === 'look' ? [node.body] : [];
}

function nested(node: RegexNode, flags: string, before = ''): Danger | undefined {
  if (node.type === 'repeat' && (node.max > FEW || (node.max > 1 && hasLong(node.body)))) {
    const fault = ambiguousRound(node.body, flags);
    const pump = textOf(node.body, flags) || (firstIn(unionOf(node.body, flags)) ?? '');
    if (fault !== undefined) return danger(fault, before, pump, unionOf(node.body, flags));
  }
  let read = before;
  for (const child of children(node)) {
    const fault = nested(child, flags, read);
    if (fault !== undefined) return fault;
    if (node.type === 'seq') read += textOf(child, flags);
  }
  return undefined;
}

/** Whether one stretch of text can be split into rounds of a repeat in several ways. */
function ambiguousRound(body: RegexNode, flags: string): string | undefined {
  if (isNullable(body))
    return 'A repeated group that may match nothing, as in (a?)*, can take exponential time.';
  const parts = partsOf(body);
  for (const part of parts) {
    if (part.type === 'alt' && !isPrefixFree(part.options, follow(body, part, flags), flags))
      return 'A repeated choice whose options can begin alike, as in (a|ab)*, can take exponential time.';
    if (part.type === 'repeat' && part.max > 1 && part.max !== part.min) {
      const separated = parts.some(
        other =>
          other !== part && !isNullable(other) && !overlap(unionOf(other, flags), unionOf(part, flags)),
      );
      if (!separated)
        return 'A repeat inside a repeat, as in (\\w+ ?)*, can take exponential time: put something between the rounds that the inner repeat cannot match.';
    }
  }
  return undefined;
}

/** What can come after a part of a round: the parts behind it, then the next round. */
function follow(body: RegexNode, part: RegexNode, flags: string): CharSet {
  const parts = partsOf(body);
  return firstOf({ type: 'seq', parts: [...parts.slice(parts.indexOf(part) + 1), body] }, flags);
}

/** Whether at every place at most one option fits, or what a longer option has more cannot be matched otherwise. */
function isPrefixFree(options: readonly RegexNode[], after: CharSet, flags: string): boolean {
  return options.every((a, i) =>
    options.slice(i + 1).every(b => {
      const [x, y] = [plainText(a), plainText(b)];
      if (x === undefined || y === undefined)
        return !isNullable(a) && !isNullable(b) && !overlap(firstOf(a, flags), firstOf(b, flags));
      const [short, long] = x.length <= y.length ? [x, y] : [y, x];
      return !long.startsWith(short) || (long !== short && !after.has(long.charAt(short.length)));
    }),
  );
}

function plainText(node: RegexNode): string | undefined {
  if (node.type === 'char') return node.chars?.length === 1 ? node.chars[0] : undefined;
  if (node.type !== 'seq') return undefined;
  return node.parts.reduce<string | undefined>((text, part) => {
    const one = plainText(part);
    return text === undefined || one === undefined ? undefined : text + one;
  }, '');
}

/** Two endless repeats with nothing between them that tells where one stops. */
function adjacent(node: RegexNode, flags: string, before = ''): Danger | undefined {
  if (node.type === 'seq') {
    for (const [i, first] of node.parts.entries()) {
      if (!isLong(first)) continue;
      const set = unionOf(first, flags);
      for (const [j, next] of node.parts.entries()) {
        if (j <= i) continue;
        if (isLong(next) && overlap(set, unionOf(next, flags))) {
          const between = joined(node.parts.slice(i + 1, j), flags);
          const pump = between || (firstIn(unionOf(next, flags), set) ?? '');
          return danger(ADJACENT, before + joined(node.parts.slice(0, i), flags), pump, unionOf(next, flags));
        }
        if (!isNullable(next) && !overlap(set, unionOf(next, flags))) break;
      }
    }
  }
  let read = before;
  for (const child of children(node)) {
    const fault = adjacent(child, flags, read);
    if (fault !== undefined) return fault;
    if (node.type === 'seq') read += textOf(child, flags);
  }
  return undefined;
}

const ADJACENT =
  'Two endless repeats that match the same characters, as in .*foo.*, can take quadratic time: give them a limit, as in .{0,80}, or use "contains".';

/** An endless repeat that can be entered at every place of the stretch it runs over, such as \s+$. */
function restarts(node: RegexNode, flags: string, before: readonly RegexNode[] = []): Danger | undefined {
  switch (node.type) {
    case 'alt':
      return firstDanger(node.options, option => restarts(option, flags, before));
    case 'seq':
      return firstDanger(node.parts, (part, i) =>
        restarts(part, flags, [...before, ...node.parts.slice(0, i)]),
      );
    case 'look':
      return restarts(node.isBehind ? backwards(node.body) : node.body, flags, before);
    case 'repeat': {
      if (node.max <= MANY) return restarts(node.body, flags, before);
      const set = unionOf(node, flags);
      if (before.some(part => entersOnce(part, set, flags))) return undefined;
      // What leads to the repeat is among what it runs over: each round of it is a new start.
      return danger(RESTARTS, '', joined(before, flags) || (firstIn(set) ?? ''), set);
    }
    default:
      return undefined;
  }
}

function firstDanger(
  nodes: readonly RegexNode[],
  dangerOf: (node: RegexNode, index: number) => Danger | undefined,
): Danger | undefined {
  for (const [i, node] of nodes.entries()) {
    const found = dangerOf(node, i);
    if (found) return found;
  }
  return undefined;
}

/** What looks behind reads from its end to its start. */
function backwards(node: RegexNode): RegexNode {
  if (node.type === 'alt') return { ...node, options: node.options.map(backwards) };
  if (node.type === 'seq') return { ...node, parts: node.parts.map(backwards).reverse() };
  return node.type === 'repeat' ? { ...node, body: backwards(node.body) } : node;
}

/** Whether behind the part there is but one place of a stretch of these characters at which a match can be. */
function entersOnce(part: RegexNode, set: CharSet, flags: string): boolean {
  if (isAnchored(part, 'start')) return true;
  if (part.type === 'look') {
    if (!part.isBehind) return false;
    if (!part.isNegative) return partsOf(part.body).some(one => entersOnce(one, set, flags));
    return part.body.type === 'char' && isSubset(set, unionOf(part.body, flags));
  }
  return !isNullable(part) && !overlap(set, unionOf(part, flags));
}

function partsOf(node: RegexNode): readonly RegexNode[] {
  return node.type === 'seq' ? node.parts : [node];
}

function isSubset(set: CharSet, of: CharSet): boolean {
  for (const char of set) if (!of.has(char)) return false;
  return true;
}

const RESTARTS =
  'An endless repeat that is not tied to the start, as in \\s+$, can take quadratic time: begin with ^, or give it a limit, as in \\s{1,20}$.';
