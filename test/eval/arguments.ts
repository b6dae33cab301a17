import { parseArgs } from 'node:util';
import type { Level } from 'limpia';

export const USAGE = `npm run eval -- mojibake|boilerplate|lid|dedup [FILE] [--level safe|full] [--predictions OUT]
       npm run eval -- lid|dedup [FILE] --peers
       npm run eval -- mojibake --clean TSV [--level safe|full] [--predictions OUT]
       npm run eval -- mojibake --names [--level safe|full]
       npm run eval -- charset [FILE] [--python PYTHON]
       npm run eval -- repeats [FILE]

FILE is a set in the form of ../shared/eval/<set>/dev.jsonl (the default), plain or .gz.
TSV holds clean lines, plain or .xz: language, source, text; what is changed of them is counted by language.
--names takes the names of places, languages, currencies, months and days in all locales of Node for clean lines.
--peers puts other tools beside limpia; they are installed from npm and PyPI into a folder that goes afterwards. dedup then
tells scripts with and without spaces apart.
repeats puts page furniture round the texts in FILE, or round made ones.
charset makes files of the sentences in FILE; PYTHON has chardet and faust-cchardet installed, to compare with.`;

/** Something the user can put right; `code` is the program's exit code (2 usage, 4 input). */
export class EvalError extends Error {
  override readonly name = 'EvalError';
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
  }
}

export interface Arguments {
  readonly set: string;
  /** '' for the development set. */
  readonly file: string;
  readonly level: Level | undefined;
  /** Where to keep the predictions; '' for nowhere. */
  readonly predictions: string;
  /** A file of clean lines; '' for none. */
  readonly clean: string;
  /** Whether names take the place of a file. */
  readonly names: boolean;
  /** A Python to run other tools with; '' for none. */
  readonly python: string;
  /** Whether other tools are measured as well. */
  readonly peers: boolean;
}

/** @throws EvalError with code 2 when the arguments make no sense. */
export function readArguments(argv: readonly string[], sets: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [set = '', file = '', ...rest] = positionals;
  if (!sets.includes(set)) throw new EvalError(set === '' ? USAGE : `unknown set "${set}"\n\n${USAGE}`, 2);
  if (rest.length > 0) throw new EvalError(`one file at a time, not "${rest.join(' ')}"\n\n${USAGE}`, 2);
  const { level, predictions = '', python = '', clean = '', names = false, peers = false } = values;
  if (level !== undefined && level !== 'safe' && level !== 'full')
    throw new EvalError(`--level is safe or full, not "${level}"\n\n${USAGE}`, 2);
  if (peers && set !== 'lid' && set !== 'dedup')
    throw new EvalError(`--peers is for lid and dedup, not "${set}"\n\n${USAGE}`, 2);
  if (names && set !== 'mojibake')
    throw new EvalError(`--names is for mojibake, not "${set}"\n\n${USAGE}`, 2);
  return { set, file, level, predictions, python, clean, names, peers };
}

function parse(argv: readonly string[]) {
  try {
    const options = {
      level: { type: 'string' },
      predictions: { type: 'string' },
      python: { type: 'string' },
      clean: { type: 'string' },
      names: { type: 'boolean' },
      peers: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new EvalError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 2);
  }
}
