import type { Level } from '../core/document.js';
import type { Often, RepeatRule } from '../core/repeat.js';
import { NO_CONTEXT } from '../core/stage.js';
import { overLimit } from './limit.js';
import { type Page, pageOf } from './page.js';
import { protectorOf } from './protect.js';
import type { Rule } from './rule.js';
import { isWithin, type RuleSet } from './rule-set.js';

/** Where a text is from: its host or, where nobody knows that, its folder right below the input. */
export interface Whereabouts {
  readonly lang: string;
  readonly site: string;
}

/** The rules of kind repeat that run. */
export interface RepeatRules {
  /** What a line must come to at least for any of them; undefined where there is none. */
  readonly least: Often | undefined;
  /** The same on one host. */
  readonly leastOn: (site: string) => Often | undefined;
  /** Those for a text, in their order. */
  readonly rulesFor: (text: string, about: Whereabouts) => readonly RepeatRule[];
  /** Who forbids to take a line of a text, as `protectorOf` tells. */
  readonly protector: (text: string, about: Whereabouts) => (start: number) => string | undefined;
  /** Whether anybody does. */
  readonly keeper: (text: string, about: Whereabouts) => (start: number) => boolean;
}

export function repeatRules(ruleSet: RuleSet, level: Level): RepeatRules {
  const all = ruleSet.rules.flatMap(rule => {
    const { action } = rule;
    return action.kind === 'repeat' && (rule.level === 'safe' || level === 'full') ? [{ rule, action }] : [];
  });
  const on = (site: string): typeof all => {
    const isNamed = ({ rule: { hosts } }: (typeof all)[number]): boolean =>
      hosts.some(host => isWithin(site, host));
    // Who names a host knows it better than who names none.
    return all.some(isNamed) ? all.filter(isNamed) : all.filter(({ rule }) => rule.hosts.length === 0);
  };
  const protector: RepeatRules['protector'] = (text, { lang, site }) => {
    const { is: active } = ruleSet.activeFor({ ...NO_CONTEXT, level, lang, host: site });
    const page = lazyPage(text);
    return start => protectorOf(ruleSet, active, page(), lineAt(page(), start));
  };
  return {
    least: leastOf(all),
    leastOn: site => leastOf(on(site)),
    rulesFor: (text, { lang, site }) => {
      const page = lazyPage(text);
      return on(site)
        .filter(({ rule: { langs } }) => langs.length === 0 || langs.includes(lang))
        .map(({ rule, action }) => ({
          ...action,
          id: rule.id,
          tooMuch: (units, lines) => overLimit(rule, page(), units, lines),
          isAllowed: start => rule.position === 'any' || isAt(rule.position, page(), start),
        }));
    },
    protector,
    keeper: (text, about) => {
      const protectorAt = protector(text, about);
      return start => protectorAt(start) !== undefined;
    },
  };
}

function leastOf(rules: readonly { readonly action: Often }[]): Often | undefined {
  if (rules.length === 0) return undefined;
  const least = (what: 'documents' | 'lines' | 'share'): number =>
    Math.min(...rules.map(({ action }) => action[what]));
  return { documents: least('documents'), lines: least('lines'), share: least('share') };
}

function lazyPage(text: string): () => Page {
  let page: Page | undefined;
  return () => (page ??= pageOf(text));
}

/** The line that begins there. */
function lineAt({ count, start }: Page, offset: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAt(position: Rule['position'], page: Page, start: number): boolean {
  const line = lineAt(page, start);
  const [head, tail] = [page.isHead(line), page.isTail(line)];
  return position === 'head' ? head : position === 'tail' ? tail : !head && !tail;
}
