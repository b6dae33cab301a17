import { spawnSync } from 'node:child_process';
import { type Level, repairMojibake } from 'limpia';
import { localeNames } from '../support/locale-names.js';
import { givenPython } from '../support/peer-python.js';
import { EvalError } from './arguments.js';

const PYTHON = `
import json, sys
import ftfy
print(sum(ftfy.fix_encoding(name) != name for name in json.load(sys.stdin)))
`;

/** How many names of places, languages, currencies, months and days are changed, all clean: by limpia and by ftfy. */
export function mojibakeNames(level: Level): void {
  const names = localeNames();
  const changed = names.filter(name => repairMojibake(name, { level }).text !== name);
  for (const name of changed) process.stdout.write(`${name}\t${repairMojibake(name, { level }).text}\n`);
  process.stdout.write(`limpia changed ${changed.length} of ${names.length} names\n`);
  const python = givenPython('ftfy', ['ftfy==6.3.1']);
  if (python === '') return;
  const { status, stdout, stderr } = spawnSync(python, ['-c', PYTHON], {
    input: JSON.stringify(names),
    encoding: 'utf8',
  });
  if (status !== 0) throw new EvalError(`ftfy does not run: ${stderr}`, 4);
  process.stdout.write(`ftfy.fix_encoding changed ${stdout.trim()}\n`);
}
