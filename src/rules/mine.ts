import { closest, distance } from 'fastest-levenshtein';
import { NO_CONTEXT, type Context } from '../core/stage.js';
import { apply } from '../core/edits.js';
import { list } from '../strip/match.js';
import { pageOf } from '../strip/page.js';
import type { RuleSet } from '../strip/rule-set.js';
import { stripStage } from '../strip/stage.js';
import type { Tried } from './try.js';

export interface Mined {
  /** The line, with `#` for each number where these differ. */
  readonly line: string;
  readonly example: string;
  readonly documents: number;
  readonly hosts: readonly string[];
  /** Language of most of its documents, ISO 639-3 or `und`. */
  readonly lang: string;
  /** Share of its places that are next to a line that a rule takes out. */
  readonly nearCruft: number;
  /** The line that most often follows it, where that is so nearly always: the two are a block. */
  readonly next: string;
  /** The rule with the text most like it, and that text; '' when none is like it. */
  readonly nearest: string;
  readonly nearestText: string;
}

export interface MineOptions {
  /** On 2 documents a line is as likely a headline or a text posted twice as it is furniture: precision .997 needs 3. */
  readonly minDocuments: number;
  readonly most: number;
}

interface Seen {
  readonly example: string;
  varies: boolean;
  documents: number;
  places: number;
  nearCruft: number;
  readonly hosts: Set<string>;
  readonly langs: Map<string, number>;
  readonly next: Map<string, number>;
}

/** Lines that no rule takes out and that stand on many documents, the likeliest furniture first. */
export function mine(sample: readonly Tried[], ruleSet: RuleSet, level: Context['level'], { minDocuments, most }: MineOptions): Mined[] {
  const stage = stripStage(ruleSet);
  const seen = new Map<string, Seen>();
  for (const document of sample) {
    const { edits } = stage.run(document.text, { ...NO_CONTEXT, ...document, level });
    const left = new Set(apply(document.text, edits).split('\n'));
    collect(seen, document, left);
  }
  const texts = knownTexts(ruleSet);
  return [...seen]
    .filter(([, { documents }]) => documents >= minDocuments)
    .sort(([a, one], [b, two]) => score(two) - score(one) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([line, found]) => describe(line, found, texts));
}

/** Many hosts and the company of known furniture tell more than many documents of one host. */
function score({ documents, hosts, nearCruft, places }: Seen): number {
  return Math.log2(1 + documents) * Math.log2(2 + hosts.size) * (1 + nearCruft / places);
}

function collect(seen: Map<string, Seen>, { text, host, lang }: Tried, left: ReadonlySet<string>): void {
  const page = pageOf(text);
  const lines = Array.from({ length: page.count }, (_, i) => page.line(i));
  const isGone = (i: number): boolean => lines[i] !== undefined && !left.has(lines[i]);
  const counted = new Set<string>();
  lines.forEach((line, i) => {
    if (isGone(i) || page.isProse(i) || line.length > LONGEST || !/[\p{L}\p{N}]/u.test(line)) return;
    const key = general(line);
    const found = seen.get(key) ?? fresh(line);
    seen.set(key, found);
    found.varies ||= found.example !== line;
    found.places++;
    if (isGone(i - 1) || isGone(i + 1)) found.nearCruft++;
    if (counted.has(key)) return;
    counted.add(key);
    found.documents++;
    if (host !== '') found.hosts.add(host);
    add(found.langs, lang);
    add(found.next, general(lines[i + 1] ?? ''));
  });
}

/** Longer lines that repeat are notices: few enough to be found by their first words. */
const LONGEST = 300;

function fresh(example: string): Seen {
  return { example, varies: false, documents: 0, places: 0, nearCruft: 0, hosts: new Set(), langs: new Map(), next: new Map() };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function general(line: string): string {
  return line.replace(/\p{Nd}+/gu, '#');
}

function top(counts: ReadonlyMap<string, number>): readonly [string, number] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
}

/** A block follows its first line on at least this share of the documents. */
const NEARLY_ALWAYS = 0.9;
/** Of its letters, at most this share may differ for a text to be like another. */
const ALIKE = 0.4;

function describe(key: string, found: Seen, texts: ReadonlyMap<string, string>): Mined {
  const { example, varies, documents, places, nearCruft, hosts, langs } = found;
  const [next, times] = top(found.next);
  const folded = example.toLowerCase();
  const nearestText = texts.size === 0 ? '' : closest(folded, [...texts.keys()]);
  const isLike = distance(folded, nearestText) <= ALIKE * folded.length;
  return {
    line: varies ? key : example,
    example,
    documents,
    hosts: [...hosts].sort(),
    lang: top(langs)[0],
    nearCruft: nearCruft / places,
    next: times >= NEARLY_ALWAYS * documents ? next : '',
    nearest: isLike ? (texts.get(nearestText) ?? '') : '',
    nearestText: isLike ? nearestText : '',
  };
}

/** Every whole line that a rule names, in lower case, with the rule. */
function knownTexts({ rules }: RuleSet): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { id, spec } of rules) {
    for (const match of [spec.line, spec.block?.from]) {
      if (match === undefined) continue;
      const named = typeof match === 'string' || Array.isArray(match) ? list(match) : list(match.text);
      for (const text of named) if (!texts.has(text.toLowerCase())) texts.set(text.toLowerCase(), id);
    }
  }
  return texts;
}
