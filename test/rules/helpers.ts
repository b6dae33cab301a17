import { BODY } from '../strip/helpers.js';

/** A folder's files: pages of prose with a line of furniture below, one a file. */
export function pages(...furniture: readonly string[]): Record<string, string> {
  return Object.fromEntries(furniture.map((line, i) => [`raw/${i}.txt`, `${BODY}\n\n${line}\n`]));
}

/** A rule file with one rule, and examples that satisfy it. */
export function ruleText(body: string, drop: string, keep: string, name = 'one'): string {
  return `rules:\n  ${name}:\n    why: A test.\n    ${body}\n    examples:\n      - drop: '${drop}'\n      - keep: '${keep}'\n`;
}
