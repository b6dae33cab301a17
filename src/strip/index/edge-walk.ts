import { childOf, type Found, plant } from './trie.js';
import { UNIT_FOLD } from './unit-fold.js';

/** Calls `found` with the number of each string with which `[start, end)` of a text begins (or ends), and its place. */
export type EdgeWalk = (text: string, start: number, end: number, found: Found) => void;

/** Strings as `foldUnits` made them. */
export function edgeWalk(strings: readonly string[], edge: 'start' | 'end'): EdgeWalk {
  const forward = edge === 'start';
  const trie = plant(forward ? strings : strings.map(string => string.split('').reverse().join('')));
  const { ends } = trie;
  return (text, start, end, found) => {
    let state = 0;
    for (let i = forward ? start : end - 1; i >= start && i < end; i += forward ? 1 : -1) {
      state = childOf(trie, state, UNIT_FOLD[text.charCodeAt(i)] ?? 0);
      if (state === 0) return;
      for (const string of ends[state] ?? []) found(string, forward ? start : i);
    }
  };
}
