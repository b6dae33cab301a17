import type { Edit } from '../core/document.js';
import { replace } from '../core/edits.js';
import type { Page } from './page.js';
import type { Action } from './rule.js';

/** A line is searched in pieces of this many UTF-16 units, each with a margin of what a match may look at around it. */
const PIECE = 4096;
const MARGIN = 200;
/** With more literals than this, the regex itself is the faster search. */
const MAX_LITERALS = 8;

/** The changes that a span rule makes inside lines. */
export function spanEdits(
  { text, count, start, end }: Page,
  { find, replace: template, literals }: Extract<Action, { readonly kind: 'span' }>,
  by: string,
): (readonly [line: number, edit: Edit])[] {
  if (literals.length > 0 && literals.length <= MAX_LITERALS && !literals.some(one => text.includes(one)))
    return [];
  // The whole text answers for its lines at once when nothing matches, which is nearly always.
  if (text.length <= PIECE && !matchesAnywhere(find, text)) return [];
  const edits: (readonly [number, Edit])[] = [];
  for (let line = 0; line < count; line++) {
    for (let from = start(line); from < end(line); from += PIECE) {
      const to = Math.min(end(line), from + PIECE);
      const left = Math.max(start(line), from - MARGIN);
      const piece = text.slice(left, Math.min(end(line), to + MARGIN));
      for (const match of piece.matchAll(find)) {
        const at = left + match.index;
        const insert = expand(template, match);
        if (at >= from && at < to && insert !== match[0])
          edits.push([line, replace(text, at, at + match[0].length, insert, by)]);
      }
    }
  }
  return edits;
}

function matchesAnywhere(find: RegExp, text: string): boolean {
  find.lastIndex = 0;
  const found = find.test(text);
  find.lastIndex = 0;
  return found;
}

function expand(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(?:(\d)|<(\w+)>|&)/g, (_all, number?: string, name?: string) =>
    number === undefined
      ? name === undefined
        ? match[0]
        : (match.groups?.[name] ?? '')
      : (match[Number(number)] ?? ''),
  );
}
