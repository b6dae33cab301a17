import { isRegex } from '../strip/match.js';
import { WHOLE_LINE } from '../strip/hits.js';

/** Digits of one number; phone numbers are not longer. */
const DIGITS = String.raw`\d{1,12}`;
/** How much of the start of a long line tells it from all others (UTF-16 units). */
const START = 60;

/** What a rule says to match a line: its text, or a pattern with any number for each of its numbers. */
export function linePattern(line: string, { anyNumber }: { readonly anyNumber: boolean }): string {
  const varies = anyNumber && /\d/.test(line);
  if (!varies && !isRegex(line)) return line;
  const escaped = line.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return `^${varies ? escaped.replace(/\d+/g, DIGITS) : escaped}$`;
}

/** Whether rules see only the two ends of a line. */
export function isLong(line: string): boolean {
  return line.length > WHOLE_LINE;
}

/** The first words of a line, enough to tell it from others. */
export function startOf(line: string): string {
  const start = line.slice(0, START);
  const words = start.slice(0, Math.max(start.lastIndexOf(' '), START / 2));
  return line.length > START ? words.trimEnd() : line;
}

/** A line of text with `line` in it, which the rule for that line must leave alone. */
export function asSentence(line: string): string {
  if (isLong(line)) return `It said “${startOf(line)}” and nothing more.`;
  return `${line} — so it stood there, and nobody remembered who had written it.`;
}
