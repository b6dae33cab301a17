import type { Table, TableConstructorOptions } from 'cli-table3';

const NO_LINES = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map(name => [name, '']),
);

/** A table of columns without lines. */
export const BARE: TableConstructorOptions = {
  chars: NO_LINES,
  style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [] },
};

/** The table as lines without white space at their ends. */
export function tableText(table: Table): string {
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n');
}
