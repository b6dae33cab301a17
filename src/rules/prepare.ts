import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileRules } from '../strip/compile.js';
import { knownRules } from '../strip/rule-memo.js';
import { loadRules } from './load.js';
import { isPreparedSince, learnPrepared, PREPARED } from './prepared.js';

/**
 * The last step of the build: notes what is known of the shipped rules, so that no run has to find it out. Once the
 * program was compiled anew, everything is found out anew.
 */
const COMPILED = fileURLToPath(new URL('../.tsbuildinfo', import.meta.url));

if (!isPreparedSince(COMPILED)) rmSync(PREPARED, { force: true });
learnPrepared();
const before = knownRules().files.length;
compileRules(loadRules('').files);
const known = knownRules();
if (known.files.length !== before || before === 0) writeFileSync(PREPARED, JSON.stringify(known));
