/** Lines as a text, and where each of them stands. */
export interface LinesIn {
  readonly text: string;
  readonly count: number;
  readonly start: (line: number) => number;
  readonly end: (line: number) => number;
}

export function linesIn(lines: readonly string[]): LinesIn {
  const starts: number[] = [];
  lines.reduce((at, line) => {
    starts.push(at);
    return at + line.length + 1;
  }, 0);
  const start = (i: number): number => starts[i] ?? 0;
  const end = (i: number): number => start(i) + (lines[i]?.length ?? 0);
  return { text: lines.join('\n'), count: lines.length, start, end };
}
