import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** The least a pipeline must do: read lines, JSON.parse, JSON.stringify, write. */
const [, , from = '', to = ''] = process.argv;
const input = openSync(from, 'r');
const output = openSync(to, 'w');
const chunk = Buffer.allocUnsafe(1 << 20);
let rest = Buffer.alloc(0);
for (let count = readSync(input, chunk); count > 0; count = readSync(input, chunk)) {
  const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
  const lines: string[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    lines.push(JSON.stringify(JSON.parse(bytes.toString('utf8', start, end))), '\n');
    start = end + 1;
  }
  rest = bytes.subarray(start);
  writeSync(output, lines.join(''));
}
closeSync(input);
closeSync(output);
