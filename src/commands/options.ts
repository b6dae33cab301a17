import { InvalidArgumentError, Option } from 'commander';

/** `--level`, which means the same everywhere. */
export function levelOption(): Option {
  return new Option('--level <LEVEL>', 'safe: only what is certain; full: also what is likely').choices([
    'safe',
    'full',
  ]);
}

export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It takes a whole number from 1 up.');
  return number;
}

/** A number of records, or a share of them. */
export interface RejectLimit {
  readonly records: number;
  /** Of all records, 0–1. */
  readonly share: number;
}

/** `--max-rejects`: a number, or a percentage such as `0.5%`. */
export function rejectLimit(value: string): RejectLimit {
  const [, number = '', percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  const amount = Number(number);
  if (number === '' || (percent === '' && !Number.isInteger(amount)) || (percent === '%' && amount > 100))
    throw new InvalidArgumentError('It takes a number of records, or a percentage such as 0.5%.');
  return percent === '%' ? { records: Infinity, share: amount / 100 } : { records: amount, share: 1 };
}
