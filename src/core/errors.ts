/** What a process of limpia ends with. */
export const EXIT = {
  ok: 0,
  /** Rule examples failed, or more records were rejected than allowed. */
  failed: 1,
  usage: 2,
  configuration: 3,
  input: 4,
  disk: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error that a user can act on: what happened, where, and what to do next. Printed without a stack. */
export class LimpiaError extends Error {
  override readonly name = 'LimpiaError';
  constructor(
    message: string,
    readonly exitCode: ExitCode,
    /** What to do next; '' when the message says it. */
    readonly hint = '',
  ) {
    super(message);
  }
}
