import type { Diagnostic } from '../core/diagnostic.js';
import type { Rule } from '../strip/rule.js';
import { regexesOf } from '../strip/regexes.js';
import { growsFast } from './growth.js';

/** Longest search for one regular expression, in milliseconds. */
const SEARCH_MS = 1000;

/**
 * Searches for texts on which a rule's regular expressions take more than linear time, with recheck
 * (https://makenowjust-labs.github.io/recheck/) where it is installed; undefined where it is not. It
 * also names texts that limited repeats take long for, as in `.{0,60}x.{0,60}$`: those are left out by a trial.
 */
export async function findAttacks(rules: readonly Rule[]): Promise<readonly Diagnostic[] | undefined> {
  const recheck = await load();
  if (!recheck) return undefined;
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    for (const { source, flags, path } of regexesOf(rule.spec)) {
      const result = await recheck.check(source, flags, { timeout: SEARCH_MS });
      if (result.status !== 'vulnerable') continue;
      const { complexity, attack } = result;
      if (complexity.type === 'polynomial' && !growsFast(new RegExp(source, flags), attack)) continue;
      found.push(
        rule.at(
          path,
          `This regular expression takes ${complexity.summary} time.`,
          `On a text such as ${attack.pattern}`,
        ),
      );
    }
  }
  return found;
}

async function load(): Promise<typeof import('recheck') | undefined> {
  try {
    return await import('recheck');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
