import type { Edit } from '../core/document.js';
import { type Colours, NO_COLOURS } from './colours.js';

const CONTEXT_UNITS = 28;
const SHOWN_UNITS = 72;

/**
 * One edit in its place: line number, what stood before it, what went, what came, what follows, and who did it.
 * Without colour the diff is written `[-gone-]{+new+}`.
 */
export function showEdit(text: string, edit: Edit, colours: Colours = NO_COLOURS): string {
  const { start, end, removed, insert, by, note } = edit;
  const line = countLines(text, start);
  const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - CONTEXT_UNITS), start);
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + CONTEXT_UNITS));
  const gone = removed === '' ? '' : mark(colours, 'red', shorten(removed));
  const came = insert === '' ? '' : mark(colours, 'green', shorten(insert));
  const why = note === undefined ? by : `${by}: ${note}`;
  return `  ${String(line).padStart(4)}  ${visible(before)}${gone}${came}${visible(after)}  ${colours.dim(why)}`;
}

function mark(colours: Colours, colour: 'red' | 'green', text: string): string {
  if (colours.isColorSupported) return colours[colour](text);
  return colour === 'red' ? `[-${text}-]` : `{+${text}+}`;
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function shorten(text: string): string {
  if (text.length <= SHOWN_UNITS) return visible(text);
  const shown = SHOWN_UNITS / 2;
  return `${visible(text.slice(0, shown))} … ${text.length - 2 * shown} more … ${visible(text.slice(-shown))}`;
}

const NAMES: Readonly<Record<string, string>> = { '\n': '⏎', '\r': '␍', '\t': '⇥', '\u00a0': '⍽' };

/** Characters that cannot be seen, or that would steer a terminal, by a sign or their number. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u00a0]/gu,
    char => NAMES[char] ?? `<U+${codePoint(char)}>`,
  );
}

function codePoint(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
