import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a whole process took. */
export interface Usage {
  /** Wall-clock seconds. */
  readonly wall: number;
  /** Processor seconds of all threads; NaN for a program that is not Node. */
  readonly seconds: number;
  /** Peak resident bytes; NaN for a program that is not Node. */
  readonly memory: number;
}

export interface MeasureOptions {
  /** All on one processor, where the system can do that. */
  readonly oneCore?: boolean;
  readonly cwd?: string;
}

/** Runs a program of Node to its end. @throws Error with what it said when it fails. */
export function measureNode(args: readonly string[], options: MeasureOptions = {}): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-usage-'));
  try {
    const file = join(folder, 'usage.json');
    const peak = join(import.meta.dirname, 'peak.js');
    const usage = measure(process.execPath, ['--import', peak, ...args], options, {
      LIMPIA_BENCH_USAGE: file,
    });
    return { ...usage, ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Usage, 'wall'>) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs any program to its end. @throws Error with what it said when it fails. */
export function measure(
  command: string,
  args: readonly string[],
  { oneCore = false, cwd = '.' }: MeasureOptions = {},
  env: Readonly<Record<string, string>> = {},
): Usage {
  const pin = oneCore && canPin ? ['taskset', '-c', '0'] : [];
  const [program = command, ...rest] = [...pin, command, ...args];
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(program, rest, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd,
    env: { ...process.env, ...env },
  });
  const wall = (performance.now() - started) / 1000;
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}: ${stderr || stdout}`);
  return { wall, seconds: NaN, memory: NaN };
}

const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** Runs contestants in turn, A B C A B C …, after a warm-up of each that does not count. */
export function contest<Name extends string>(
  contestants: Readonly<Record<Name, () => Usage>>,
  runs: number,
): Readonly<Record<Name, readonly Usage[]>> {
  const names = Object.keys(contestants) as Name[];
  const results = Object.fromEntries(names.map(name => [name, [] as Usage[]])) as Record<Name, Usage[]>;
  for (let run = 0; run <= runs; run++)
    for (const name of names) {
      const usage = contestants[name]();
      if (run > 0) results[name].push(usage);
    }
  return results;
}

/** `0.52 (0.49–0.55)`: the median of a/b, run by run, and its range. */
export function ratio(a: readonly Usage[], b: readonly Usage[], digits = 2): string {
  return spread(
    a.map(({ wall }, i) => wall / (b[i]?.wall ?? NaN)),
    digits,
  );
}

export function spread(numbers: readonly number[], digits = 1): string {
  const [low, middle, high] = [Math.min(...numbers), median(numbers), Math.max(...numbers)];
  return `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
