import { CAPTION_ICONS, SNAKE_ICONS, WORD_ICONS } from './icon-names.js';
import { ANY_LENGTH, type Key } from './rule.js';

/** A label of the page: icons, and a few words with each. */
const LABEL_WORDS = 5;

const SURE = [...CAPTION_ICONS, ...SNAKE_ICONS];
const START = new RegExp(
  `^(?:${SURE.join('|')})(?=[\\s\\p{Lu}\\d]|$)|^(?:${WORD_ICONS.join('|')})(?=\\p{Lu}\\p{Ll})`,
  'u',
);
const INSIDE = new RegExp(`(?:${SURE.join('|')})(?=[\\s\\p{L}\\d]|$)`, 'gu');
const END = new RegExp(`(?:(?<=\\p{Ll})|\\s)(?:${SURE.join('|')})$`, 'u');

export const ICON_KEYS: readonly Key[] = [
  ...[...SURE, ...WORD_ICONS].map(icon => keyOf(icon, 'start')),
  ...SURE.map(icon => keyOf(icon, 'end')),
];

function keyOf(text: string, at: 'start' | 'end'): Key {
  return { type: 'literal', text, ignoreCase: false, at, longest: ANY_LENGTH };
}

export type IconFinding =
  | { readonly what: 'label' }
  /** An icon at one end of a line of text: units to strip there. */
  | { readonly what: 'start' | 'end'; readonly units: number; readonly caption: boolean };

/** What icons there are at the ends of a line (or of the visible part of a long one). */
export function findIcons(line: string, isWhole: boolean): IconFinding | undefined {
  const start = START.exec(line)?.[0];
  if (start !== undefined) {
    const caption = CAPTION_ICONS.includes(start);
    if (!caption && isWhole && isLabel(line, start)) return { what: 'label' };
    // A glued word is an icon only as part of a label.
    if (WORD_ICONS.includes(start)) return undefined;
    const units = start.length + (/^\s*/.exec(line.slice(start.length))?.[0].length ?? 0);
    return { what: 'start', units, caption };
  }
  const end = END.exec(line)?.[0];
  return end === undefined ? undefined : { what: 'end', units: end.length, caption: false };
}

/** Nothing but icons with a few words each, and no sentence: "folder_openWorld access_time2 days ago". */
function isLabel(line: string, icon: string): boolean {
  const rest = line.slice(icon.length);
  if (/[.!?:;,]["”’)]?(?:\s|$)/u.test(rest)) return false;
  const icons = rest.match(INSIDE)?.length ?? 0;
  const words = rest.replace(INSIDE, ' ').split(/\s+/).filter(Boolean).length;
  return words <= LABEL_WORDS * (icons + 1) && line.length <= 120;
}
