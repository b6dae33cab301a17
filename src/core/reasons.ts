/**
 * Why a record is in `audit/rejected`: the code that stands there, and what it means. Every record that cannot be read
 * has one of these.
 */
export const REASONS = {
  binary:
    'The file is no text: it has a known signature or many control bytes. Read it by `input.charset` if it is text.',
  empty: 'The record holds no text.',
  'invalid-json': 'The line, the element or the rest of the file is no JSON.',
  'not-an-object': 'The line or element is JSON, but no object.',
  'no-text': 'No field has a name that `input.text` knows, or it holds something else than a string.',
  'no-pick': 'The JSON has nothing at `input.json.pick`.',
  'invalid-csv': 'A quote opens a cell, and none closes it.',
  'ragged-row': 'The row has more or fewer cells than the header.',
  'too-long': 'The record is over `limits.record`; it is read past, and never held in memory.',
  truncated: 'The file ends inside a record, or a .gz before its data does. What came before it is kept.',
  corrupt: 'The .gz is broken or is none. What was inflated before the fault was met is kept.',
  inflation: 'The .gz inflates to more than 200 times its size.',
  unreadable: 'The file or folder could not be opened or read; the next run tries again.',
  timeout: 'Cleaning it took longer than `limits.seconds`.',
  crash: 'Cleaning it ended the worker thread, by its memory for instance.',
  'internal-error': 'A stage failed on it: a bug of limpia, which would like to hear of it.',
} as const;

export type Reason = keyof typeof REASONS;

/** The table of the README. */
export function reasonTable(): string {
  const rows = Object.entries(REASONS).map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`);
  return ['| reason | what it means |', '| --- | --- |', ...rows].join('\n');
}
