import type { Skipped } from '../core/document.js';
import type { Page } from './page.js';
import type { Rule } from './rule.js';

/** Why a rule may not fire so often, or take so many UTF-16 units from a page; undefined where it may. */
export function overLimit(
  { id, share, perDocument }: Rule,
  page: Page,
  units: number,
  times: number,
): Skipped | undefined {
  if (times > perDocument) return { by: id, note: `would fire ${times} times, more than ${perDocument}` };
  if (units <= share * page.units) return undefined;
  const taken = Math.round((100 * units) / page.units);
  return {
    by: id,
    note: `would take ${taken} % of the document, more than ${Math.round(100 * share)} %`,
  };
}
