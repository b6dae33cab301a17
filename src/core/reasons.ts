interface Meaning {
  readonly means: string;
  /** Whether the audit has its bytes, where they are 1 MiB or less, and why not. */
  readonly bytes: string;
}

/**
 * Why a record is in `audit/rejected`: the code that stands there, and what it means. Every record that cannot be read
 * has one of these.
 */
export const REASONS = {
  binary: {
    means:
      'The file is no text: it has a known signature or many control bytes. Read it by `input.charset` if it is text.',
    bytes: 'no: only its first bytes were looked at, and a picture or archive is not copied',
  },
  empty: { means: 'The record holds no text.', bytes: 'yes' },
  'invalid-json': {
    means: 'The line, the element or the rest of the file is no JSON.',
    bytes: 'of a line or element; the rest of a file is not read',
  },
  'not-an-object': { means: 'The line or element is JSON, but no object.', bytes: 'yes' },
  'no-text': {
    means: 'No field has a name that `input.text` knows, or it holds something else than a string.',
    bytes: 'yes',
  },
  'no-pick': {
    means: 'The JSON has nothing at `input.json.pick`.',
    bytes: 'no: the whole file was read past in search of the list, and never held in memory',
  },
  'invalid-csv': { means: 'A quote opens a cell, and none closes it.', bytes: 'yes' },
  'ragged-row': { means: 'The row has more or fewer cells than the header.', bytes: 'yes' },
  'too-long': {
    means: 'The record is over `limits.record`; it is read past.',
    bytes: 'no: it was never held in memory',
  },
  truncated: {
    means: 'The file ends inside a record, or a .gz before its data does. What came before it is kept.',
    bytes: 'of the record that is cut; of a .gz none',
  },
  corrupt: {
    means: 'The .gz is broken or is none. What was inflated before the fault was met is kept.',
    bytes: 'no: nothing can be made of them',
  },
  inflation: {
    means: 'The .gz inflates to more than 200 times its size.',
    bytes: 'no: they would fill the disk',
  },
  unreadable: {
    means: 'The file or folder could not be opened or read; the next run tries again.',
    bytes: 'no: there are none',
  },
  timeout: { means: 'Cleaning it took longer than `limits.seconds`.', bytes: 'yes' },
  crash: { means: 'Cleaning it ended the worker thread, by its memory for instance.', bytes: 'yes' },
  'internal-error': {
    means: 'A stage failed on it: a bug of limpia, which would like to hear of it.',
    bytes: 'yes',
  },
} as const satisfies Readonly<Record<string, Meaning>>;

export type Reason = keyof typeof REASONS;

/** Why a document is in `audit/dropped`: the code, what it means, and what `by` names. */
export const DROP_REASONS = {
  empty: {
    means: 'Nothing is left of it once the page around the text is gone.',
    by: 'the rule or stage that took most of it; `evidence` tells how much each took',
  },
  language: {
    means: 'It is in a language that `verdict.keep-languages` does not name.',
    by: '`keep-languages`',
  },
  'language-score': { means: 'Its language is less sure than `verdict.min-score`.', by: '`min-score`' },
} as const satisfies Readonly<Record<string, { readonly means: string; readonly by: string }>>;

export type DropReason = keyof typeof DROP_REASONS;

/** Of what could not be read, for the README. */
export function reasonTable(): string {
  const rows = Object.entries(REASONS).map(
    ([reason, { means, bytes }]) => `| \`${reason}\` | ${means} | ${bytes} |`,
  );
  return ['| reason | what it means | its bytes |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Of what was not wanted, for the README. */
export function dropTable(): string {
  const rows = Object.entries(DROP_REASONS).map(
    ([reason, { means, by }]) => `| \`${reason}\` | ${means} | ${by} |`,
  );
  return ['| reason | what it means | `by` |', '| --- | --- | --- |', ...rows].join('\n');
}
