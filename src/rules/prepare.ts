import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import glob from 'fast-glob';
import { sha256Stream } from '../core/hash.js';
import { compileRules } from '../strip/compile.js';
import { knownRules } from '../strip/rule-memo.js';
import { BUILD_FILE } from '../version.js';
import { loadRules } from './load.js';
import { isPreparedSince, learnPrepared, PREPARED } from './prepared.js';

/**
 * The last step of the build: notes what is known of the shipped rules, so that no run has to find it out, and which
 * program this is. Once the program was compiled anew, everything is found out anew.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMPILED = join(ROOT, 'dist/.tsbuildinfo');

if (!isPreparedSince(COMPILED)) {
  rmSync(PREPARED, { force: true });
  writeFileSync(BUILD_FILE, `${hashOfProgram()}\n`);
}
learnPrepared();
const before = knownRules().files.length;
compileRules(loadRules('').files);
const known = knownRules();
if (known.files.length !== before || before === 0) writeFileSync(PREPARED, JSON.stringify(known));

function hashOfProgram(): string {
  const hash = sha256Stream();
  const files = glob.sync(['dist/**/*.js', 'src/tag/model/*.gz'], { cwd: ROOT }).sort();
  for (const file of files) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest().slice(0, 16);
}
