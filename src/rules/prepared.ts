import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { learnRules, type RuleMemo } from '../strip/rule-memo.js';

/** What is known of the rules that come with limpia; made by its build, beside the compiled program. */
export const PREPARED = fileURLToPath(new URL('../prepared-rules.json', import.meta.url));

let isLearnt = false;

/** Learns what the build prepared, once. Where there is nothing, rules are checked as they are read. */
export function learnPrepared(): void {
  if (isLearnt) return;
  isLearnt = true;
  if (existsSync(PREPARED)) learnRules(JSON.parse(readFileSync(PREPARED, 'utf8')) as RuleMemo);
}

/** Whether it is younger than `file`. */
export function isPreparedSince(file: string): boolean {
  return existsSync(PREPARED) && statSync(PREPARED).mtimeMs >= statSync(file).mtimeMs;
}
