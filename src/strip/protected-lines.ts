import type { Level } from '../core/document.js';
import { hostOf } from '../core/host.js';
import { NO_CONTEXT } from '../core/stage.js';
import { type Page, pageOf } from './page.js';
import { protectorOf } from './protect.js';
import type { RuleSet } from './rule-set.js';

/** Tells of the lines of a text whether the user's accept list or a `keep` rule forbids to take them. */
export function lineKeeper(
  ruleSet: RuleSet,
  level: Level,
): (text: string, about: { readonly lang: string; readonly url: string }) => (line: string) => boolean {
  if (ruleSet.accept.size + ruleSet.keeps.length === 0) return () => () => false;
  return (text, { lang, url }) => {
    const { is: active } = ruleSet.activeFor({ ...NO_CONTEXT, level, lang, host: hostOf(url) });
    let page: Page | undefined;
    return line => {
      page ??= pageOf(text);
      const place = placeOf(page, line);
      return place >= 0 && protectorOf(ruleSet, active, page, place) !== undefined;
    };
  };
}

function placeOf(page: Page, line: string): number {
  for (let i = 0; i < page.count; i++) if (page.line(i) === line) return i;
  return -1;
}
