import type { Context } from '../core/stage.js';
import type { Matcher, Rule } from './rule.js';
import { EDGE, WHOLE_LINE } from './hits.js';
import { type RuleIndex, ruleIndex } from './index/rule-index.js';

/** Rules, compiled and indexed. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /** Finds candidates for a whole short line. */
  readonly lines: RuleIndex;
  /** Finds candidates for the two ends of a long line. */
  readonly edges: RuleIndex;
  /** Rules that find the title. */
  readonly titles: readonly Rule[];
  /** Rules that keep lines from the others. */
  readonly keeps: readonly { readonly rule: Rule; readonly match: Matcher }[];
  /** Lines that no rule may touch. */
  readonly accept: ReadonlySet<string>;
  readonly activeFor: (context: Context) => Active;
}

/** The rules that are meant for a document. */
export interface Active {
  /** 1 at the order of each. */
  readonly is: Uint8Array;
  /** Those that look at the page as a whole. */
  readonly ofPage: readonly Rule[];
  /** Those that come after all others, on what these leave. */
  readonly last: readonly Rule[];
}

const OF_EDGES = new Set(['prefix', 'suffix', 'caption', 'icons']);
const OF_PAGES = new Set(['duplicates', 'head', 'span']);
const OF_LINES = new Set(['line', 'block', 'capture', ...OF_EDGES]);
const SIGHT = { whole: WHOLE_LINE, edge: EDGE };
/** Sets of active rules that are remembered; there are as many as languages, levels and hosts with rules of their own. */
const REMEMBERED = 256;

export function ruleSetOf(rules: readonly Rule[], accept: readonly string[]): RuleSet {
  const remembered = new Map<string, Active>();
  const hosts = [...new Set(rules.flatMap(rule => rule.hosts))];
  return {
    rules,
    titles: rules.filter(({ action }) => action.kind === 'title'),
    keeps: rules.flatMap(rule => (rule.action.kind === 'keep' ? [{ rule, match: rule.action.match }] : [])),
    lines: indexOf(rules.filter(({ action }) => OF_LINES.has(action.kind))),
    edges: indexOf(
      rules.filter(({ action }) => OF_EDGES.has(action.kind) || ('match' in action && action.match.long)),
    ),
    accept: new Set(accept),
    activeFor({ lang, level, host }) {
      const special = hosts.filter(one => isWithin(host, one));
      const key = `${lang}/${level}/${special.join(' ')}`;
      const known = remembered.get(key);
      if (known) return known;
      const is = Uint8Array.from(rules, rule => (isMeant(rule, lang, level, special) ? 1 : 0));
      const meant = rules.filter(({ order }) => is[order] === 1);
      const active = {
        is,
        ofPage: meant.filter(({ action }) => OF_PAGES.has(action.kind)),
        last: meant.filter(({ action }) => action.kind === 'classifier'),
      };
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, active);
      return active;
    },
  };
}

/** An index that is built when the first line comes: who only checks rules needs none. */
function indexOf(rules: readonly Rule[]): RuleIndex {
  let index: RuleIndex | undefined;
  return {
    candidates(text, start, end) {
      index ??= ruleIndex(rules, SIGHT);
      return index.candidates(text, start, end);
    },
  };
}

export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function isMeant(rule: Rule, lang: string, level: Context['level'], hosts: readonly string[]): boolean {
  if (rule.level === 'full' && level === 'safe') return false;
  if (rule.langs.length > 0 && !rule.langs.includes(lang)) return false;
  return rule.hosts.length === 0 || rule.hosts.some(host => hosts.includes(host));
}
