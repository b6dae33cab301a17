import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { repairMojibake } from 'limpia';
import { LANGUAGES, sentence } from './languages.js';
import { median, table } from './measure.js';
import { random } from '../support/random.js';

/**
 * `npm run bench -- mojibake [--runs N]`: the speed of repairMojibake side by side with ftfy and plsfix on the same
 * texts, one core, runs in turn after one that does not count, medians of processor time. The peers are installed from PyPI
 * into a folder of their own.
 */
const PEERS = ['ftfy==6.3.1', 'plsfix==0.1.8'];
const TOOLS = ['ftfy.fix_text', 'ftfy.fix_encoding', 'plsfix'];
/** UTF-16 units of a text, about a news story, and of all texts of a kind. */
const SIZE = 3000;
const TOTAL = 2_000_000;

const PYTHON = `
import json, sys, time
import ftfy, plsfix
texts = json.load(open(sys.argv[1], encoding='utf-8'))
fix = {'ftfy.fix_text': ftfy.fix_text, 'ftfy.fix_encoding': ftfy.fix_encoding, 'plsfix': plsfix.fix_text}[sys.argv[2]]
for text in texts[:20]: fix(text)
start = time.process_time()
for text in texts: fix(text)
print(time.process_time() - start)
`;
import { givenPython } from '../support/peer-python.js';

/** What browsers make of each byte. */
const WINDOWS_1252 = Array.from({ length: 256 }, (_, byte) => {
  const char = iconv.decode(Buffer.of(byte), 'win1252');
  return char === '\ufffd' ? String.fromCharCode(byte) : char;
});

/** Kinds of text, each of some megabytes: sentences of the words of the bench's corpus. */
function textsOf(): Readonly<Record<string, readonly string[]>> {
  const next = random(20261121);
  const make = (line: () => string): string[] => {
    const texts: string[] = [];
    for (let length = 0; length < TOTAL; length += SIZE) {
      let text = '';
      while (text.length < SIZE) text += `${line()}\n`;
      texts.push(text);
    }
    return texts;
  };
  const english = (): string => sentence(next, 0, 12);
  const any = (): string => sentence(next, Math.floor(next() * LANGUAGES), 12);
  return {
    'clean English': make(() => `${english()} It’s “${english()}”`),
    'clean multilingual': make(any),
    'dense mojibake': make(() => {
      return Array.from(Buffer.from(any()), byte => WINDOWS_1252[byte] ?? '').join('');
    }),
  };
}

export function benchMojibake(runs: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  try {
    const python = givenPython('mojibake-peers', PEERS);
    const reports: string[] = [];
    for (const [kind, texts] of Object.entries(textsOf())) {
      const file = join(folder, 'texts.json');
      writeFileSync(file, JSON.stringify(texts));
      const times = new Map<string, number[]>();
      ours(texts); // does not count: the machine code of a run that goes on for longer is made
      for (let run = 0; run < runs; run++) {
        add(times, 'limpia', ours(texts));
        if (python !== '') for (const tool of TOOLS) add(times, tool, theirs(python, file, tool));
      }
      reports.push(report(kind, Buffer.byteLength(texts.join('')) / 1e6, times));
    }
    return reports.join('\n\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function add(times: Map<string, number[]>, tool: string, seconds: number): void {
  times.set(tool, [...(times.get(tool) ?? []), seconds]);
}

/** Seconds that a measurement takes at least: the peers take seconds, and what takes a hundredth is not measured well. */
const LEAST = 0.5;

function ours(texts: readonly string[]): number {
  for (const text of texts.slice(0, 20)) repairMojibake(text);
  const before = process.cpuUsage();
  for (let times = 1; ; times++) {
    for (const text of texts) repairMojibake(text);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds >= LEAST) return seconds / times;
  }
}

function theirs(python: string, file: string, tool: string): number {
  const { status, stdout, stderr } = spawnSync(python, ['-c', PYTHON, file, tool], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} ended with ${String(status)}: ${stderr}`);
  return Number(stdout);
}

function report(kind: string, megabytes: number, times: ReadonlyMap<string, readonly number[]>): string {
  const own = median(times.get('limpia') ?? []);
  const rows = [...times].map(([tool, seconds]) => {
    const time = median(seconds);
    return [tool, (megabytes / time).toFixed(1), `${(time / own).toFixed(1)} ×`];
  });
  return `${kind}, ${megabytes.toFixed(2)} MB\n\n${table(['', 'MB/s', 'limpia is'], rows)}`;
}
