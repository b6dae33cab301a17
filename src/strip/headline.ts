import type { Level } from '../core/document.js';
import { hostOf } from '../core/host.js';
import { NO_CONTEXT } from '../core/stage.js';
import { pageOf } from './page.js';
import type { RuleSet } from './rule-set.js';
import { findHeadline } from './title.js';

/** Finds the headline of a text that the rules have been over; '' where there is none, or no rule for it. */
export function headlineFinder(
  { titles, activeFor }: RuleSet,
  level: Level,
): (
  text: string,
  about: { readonly lang: string; readonly url: string; readonly skip: ReadonlySet<string> },
) => string {
  return (text, { lang, url, skip }) => {
    const { is: active } = activeFor({ ...NO_CONTEXT, level, lang, host: hostOf(url) });
    if (!titles.some(({ order }) => active[order] === 1)) return '';
    const page = pageOf(text);
    const line = findHeadline(page, i => skip.has(page.line(i)));
    return line < 0 ? '' : page.line(line);
  };
}
