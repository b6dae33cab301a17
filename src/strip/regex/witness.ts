import { type CharSet, unionOf } from './char-sets.js';
import type { RegexNode } from './parse.js';

/** A short text that the node matches, as far as that can be told without look-arounds. */
export function textOf(node: RegexNode, flags: string): string {
  switch (node.type) {
    case 'char':
      return node.chars?.[0] ?? firstIn(unionOf(node, flags)) ?? '';
    case 'seq':
      return joined(node.parts, flags);
    case 'alt':
      return node.options[0] ? textOf(node.options[0], flags) : '';
    case 'repeat':
      return textOf(node.body, flags).repeat(node.min);
    default:
      return '';
  }
}

export function joined(parts: readonly RegexNode[], flags: string): string {
  return parts.map(part => textOf(part, flags)).join('');
}

/** A character of the set, and of the other; a letter if there is one. */
export function firstIn(set: CharSet, other: CharSet = set): string | undefined {
  const both = [...set].filter(char => other.has(char));
  return both.find(char => /[a-z]/.test(char)) ?? both[0];
}
