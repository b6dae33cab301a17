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
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 up');
  return number;
}
