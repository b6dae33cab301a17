import type { RegexNode } from './parse.js';

/** Characters that stand for all others when two sets are compared: Latin and its marks, punctuation, one letter of other scripts. */
const ALPHABET = Array.from({ length: 0x180 - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).concat(
  Array.from(
    '\t\n\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2039\u203a\u20ac\u2190\u2192яЯωΩعא中あ한ก',
  ),
);

export type CharSet = ReadonlySet<string>;

const known = new Map<string, CharSet>();

function charSet(source: string, flags: string): CharSet {
  const key = `${flags}/${source}`;
  const cached = known.get(key);
  if (cached) return cached;
  const regex = new RegExp(`^${source}$`, flags);
  const set = new Set(ALPHABET.filter(char => regex.test(char)));
  known.set(key, set);
  return set;
}

/** Every character that can occur in a match of the node. */
export function unionOf(node: RegexNode, flags: string): CharSet {
  switch (node.type) {
    case 'char':
      return node.chars && !flags.includes('i') ? new Set(node.chars) : charSet(node.source, flags);
    case 'seq':
      return new Set(node.parts.flatMap(part => [...unionOf(part, flags)]));
    case 'alt':
      return new Set(node.options.flatMap(option => [...unionOf(option, flags)]));
    case 'repeat':
      return unionOf(node.body, flags);
    default:
      return new Set();
  }
}

/** Every character that a match of the node can begin with. */
export function firstOf(node: RegexNode, flags: string): CharSet {
  switch (node.type) {
    case 'seq': {
      const first = new Set<string>();
      for (const part of node.parts) {
        for (const char of firstOf(part, flags)) first.add(char);
        if (!isNullable(part)) break;
      }
      return first;
    }
    case 'alt':
      return new Set(node.options.flatMap(option => [...firstOf(option, flags)]));
    case 'repeat':
      return firstOf(node.body, flags);
    default:
      return unionOf(node, flags);
  }
}

export function isNullable(node: RegexNode): boolean {
  switch (node.type) {
    case 'char':
      return false;
    case 'seq':
      return node.parts.every(isNullable);
    case 'alt':
      return node.options.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
    default:
      return true;
  }
}

export function overlap(a: CharSet, b: CharSet): boolean {
  for (const char of a) if (b.has(char)) return true;
  return false;
}
