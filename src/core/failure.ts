import { EXIT, LimpiaError } from './errors.js';

/** An error that crosses threads, where classes get lost. */
export interface Failure {
  readonly message: string;
  readonly stack: string;
  readonly code: string;
  readonly exitCode: LimpiaError['exitCode'] | undefined;
  readonly hint: string;
}

/** The system's code of an error, such as ENOENT; '' for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function failureOf(error: unknown): Failure {
  const known = error instanceof LimpiaError ? error : undefined;
  return {
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
    code: codeOf(error),
    exitCode: known?.exitCode,
    hint: known?.hint ?? '',
  };
}

const DISK_CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EROFS: 'The disk is read-only.',
  EACCES: 'limpia has no permission there.',
  EPERM: 'limpia has no permission there.',
  ENOTDIR: 'A file stands where a folder should be.',
  EMFILE: 'Too many files are open.',
  EIO: 'The disk reports an error.',
};

/** What the user is told of an error while the output folder is written: what the disk says is no bug of limpia. */
export function toError({ message, stack, code, exitCode, hint }: Failure): Error {
  if (exitCode !== undefined) return new LimpiaError(message, exitCode, hint);
  const known = DISK_CODES[code];
  if (known !== undefined) return new LimpiaError(`${known} ${message}`, EXIT.disk, AGAIN);
  return Object.assign(new Error(message), { stack });
}

const AGAIN = 'Nothing is lost: what is committed stays. Run again to go on.';

/** An error of the standard output, or of a file that a command names. */
export function ofSystem(error: unknown): LimpiaError | undefined {
  const known = DISK_CODES[codeOf(error)];
  if (known === undefined) return undefined;
  return new LimpiaError(`${known} ${error instanceof Error ? error.message : ''}`, EXIT.disk);
}
