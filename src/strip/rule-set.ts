import type { Context } from '../core/stage.js';
import type { Rule } from './rule.js';
import { type RuleIndex, ruleIndex } from './rule-index.js';

/** Rules, compiled and indexed. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /** Finds candidates for a whole short line. */
  readonly lines: RuleIndex;
  /** Finds candidates for the two ends of a long line. */
  readonly edges: RuleIndex;
  /** Lines that no rule may touch. */
  readonly accept: ReadonlySet<string>;
  /** Which rules are meant for a document: 1 at the order of each. */
  readonly activeFor: (context: Context) => Uint8Array;
}

const OF_EDGES = new Set(['prefix', 'suffix', 'caption', 'icons']);
const OF_LINES = new Set(['line', 'block', 'capture', ...OF_EDGES]);
/** Sets of active rules that are remembered; there are as many as languages, levels and hosts with rules of their own. */
const REMEMBERED = 256;

export function ruleSetOf(rules: readonly Rule[], accept: readonly string[]): RuleSet {
  const remembered = new Map<string, Uint8Array>();
  const hosts = [...new Set(rules.flatMap(rule => rule.hosts))];
  return {
    rules,
    lines: ruleIndex(rules.filter(({ action }) => OF_LINES.has(action.kind))),
    edges: ruleIndex(rules.filter(({ action }) => OF_EDGES.has(action.kind))),
    accept: new Set(accept),
    activeFor({ lang, level, host }) {
      const special = hosts.filter(one => isWithin(host, one));
      const key = `${lang}/${level}/${special.join(' ')}`;
      const known = remembered.get(key);
      if (known) return known;
      const active = Uint8Array.from(rules, rule => (isMeant(rule, lang, level, special) ? 1 : 0));
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, active);
      return active;
    },
  };
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function isMeant(rule: Rule, lang: string, level: Context['level'], hosts: readonly string[]): boolean {
  if (rule.level === 'full' && level === 'safe') return false;
  if (rule.langs.length > 0 && !rule.langs.includes(lang)) return false;
  return rule.hosts.length === 0 || rule.hosts.some(host => hosts.includes(host));
}
