import { diffLines } from 'diff';
import Table from 'cli-table3';
import type { Comparison, Difference } from '../compare/compare.js';
import type { Colours } from './colours.js';
import { BARE, tableText } from './table.js';

/** Two outputs compared: documents and edits. */
export function showComparison({ documents, edits }: Comparison, colours: Colours): string {
  const { same, changed, added, removed, moved } = documents;
  const table = new Table(BARE);
  const row = (name: string, value: string): void => {
    table.push([colours.bold(name), value]);
  };
  row('same', String(same));
  row('changed', String(changed));
  row('added', String(added));
  row('removed', String(removed));
  for (const [what, documentsMoved] of Object.entries(moved)) row(what, String(documentsMoved));
  for (const { by, old, new: now } of edits) row(by, `${old} → ${now} edits`);
  return `${tableText(table)}\n`;
}

const SHOWN_LINES = 24;

/** One document's difference, as lines. */
export function showTexts(
  { id, path, offset, what }: Difference,
  old: string,
  now: string,
  colours: Colours,
): string {
  const head = `\n${colours.bold(id)}  ${path}:${offset}  ${what}\n`;
  if (what === 'added' || what === 'removed') return head;
  if (old === now) return `${head}    (the text is the same; its tags or fields are not)\n`;
  const out = diffLines(`${old}\n`, `${now}\n`).flatMap(({ value, added, removed }) => {
    const part = value.split('\n').slice(0, -1);
    if (added) return part.map(line => colours.green(`    + ${line}`));
    return removed ? part.map(line => colours.red(`    - ${line}`)) : [];
  });
  const rest = out.length - SHOWN_LINES;
  return `${head}${out.slice(0, SHOWN_LINES).join('\n')}\n${rest > 0 ? `      … ${rest} more lines\n` : ''}`;
}
