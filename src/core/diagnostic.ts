import { EXIT, LimpiaError } from './errors.js';

/** A fault of a file that a person edits, at the place where it stands. */
export interface Diagnostic {
  /** An `error` keeps the value or rule from loading; a `warning` does not. */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** The line as it stands in the file. */
  readonly sourceLine: string;
  readonly message: string;
  /** What to do; '' when the message says it. */
  readonly hint: string;
}

/** How much of a long line is shown before and after its fault. */
const SHOWN = 90;

/** `file:line:column  message`, the line with a caret under the fault, and the hint. No colours, no line end. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, file, line, column, sourceLine, message, hint } = diagnostic;
  const head = `${file}:${line}:${column}  ${severity === 'warning' ? 'warning: ' : ''}${message}`;
  const shown = excerpt(sourceLine, column - 1);
  return [head, ...shown, ...(hint === '' ? [] : [`    ${hint}`])].join('\n');
}

/** The line around `at`, and a caret below it. Tabs stay tabs, so that the caret stands where it should. */
function excerpt(line: string, at: number): string[] {
  if (line.trim() === '') return [];
  const from = at > SHOWN ? at - (SHOWN >> 1) : 0;
  const before = Array.from(line.slice(from, at), unit => (unit === '\t' ? '\t' : ' ')).join('');
  const cut = from > 0 ? '…' : '';
  const text = line.slice(from, from + 2 * SHOWN).trimEnd();
  const more = from + 2 * SHOWN < line.length ? '…' : '';
  return [`    ${cut}${text}${more}`, `    ${cut === '' ? '' : ' '}${before}^`];
}

/** What a user is told who cannot go on with these. */
export function refusal(diagnostics: readonly Diagnostic[]): LimpiaError {
  return new LimpiaError(diagnostics.map(formatDiagnostic).join('\n\n'), EXIT.configuration);
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
