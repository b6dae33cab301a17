import { apply } from '../core/edits.js';
import type { Context } from '../core/stage.js';
import { pageOf } from '../strip/page.js';
import { repeatRules } from '../strip/repeat-rules.js';
import type { RuleSet } from '../strip/rule-set.js';
import { nearestText, type NamedTexts, namedTexts } from './named-texts.js';
import { joinBlocks, top } from './mined-blocks.js';
import { repeatsIn, strippedBy } from './sample-repeats.js';
import type { Tried } from './try.js';

export interface MinedLine {
  readonly example: string;
  /** Its numbers are not always the same. */
  readonly varies: boolean;
}

export interface Mined {
  /** One line, or the lines of a block that nearly always stand together. */
  readonly lines: readonly [MinedLine, ...MinedLine[]];
  readonly documents: number;
  readonly hosts: readonly string[];
  /** Language of most of its documents, ISO 639-3 or `und`. */
  readonly lang: string;
  /** Share of its places that are next to a line that a rule takes out. */
  readonly nearCruft: number;
  /** The rule with the text most like it, and that text; '' when none is like it. */
  readonly nearest: string;
  readonly nearestText: string;
}

export interface MineOptions {
  /** On 2 documents a line is as likely a headline or a text posted twice as it is furniture: precision .997 needs 3. */
  readonly minDocuments: number;
  readonly most: number;
}

/** What was seen of a line; lines that differ in their numbers only are one. */
export interface Seen extends MinedLine {
  varies: boolean;
  documents: number;
  places: number;
  nearCruft: number;
  readonly hosts: Set<string>;
  readonly langs: Map<string, number>;
  /** Documents by the line that follows it. */
  readonly next: Map<string, number>;
}

/** Lines that no rule takes out, not even for repeating on a host, and that stand on many documents, the likeliest furniture first. */
export function mine(
  sample: readonly Tried[],
  ruleSet: RuleSet,
  level: Context['level'],
  { minDocuments, most }: MineOptions,
): Mined[] {
  const seen = new Map<string, Seen>();
  const stripped = strippedBy(ruleSet, sample, level);
  const repeated = repeatsIn(stripped, repeatRules(ruleSet, level));
  const left = stripped.map(({ text }, i) => apply(text, repeated[i]?.edits ?? []));
  for (const [i, document] of sample.entries()) collect(seen, document, new Set(left[i]?.split('\n')));
  const often = new Map([...seen].filter(([, { documents }]) => documents >= minDocuments));
  const texts = namedTexts(ruleSet);
  return joinBlocks(often)
    .sort(([a], [b]) => score(b) - score(a) || (a.example < b.example ? -1 : 1))
    .slice(0, most)
    .map(block => describe(block, texts));
}

/** Many hosts and the company of known furniture tell more than many documents of one host. */
function score({ documents, hosts, nearCruft, places }: Seen): number {
  return Math.log2(1 + documents) * Math.log2(2 + hosts.size) * (1 + nearCruft / places);
}

/** Longer lines that repeat are notices: few enough to be found by their first words (UTF-16 units). */
const LONGEST = 300;

function collect(seen: Map<string, Seen>, { text, host, lang }: Tried, left: ReadonlySet<string>): void {
  const page = pageOf(text);
  const lines = Array.from({ length: page.count }, (_, i) => page.line(i));
  const keys = lines.map(keyOf);
  const isGone = (i: number): boolean => lines[i] !== undefined && !left.has(lines[i]);
  const counted = new Set<string>();
  lines.forEach((line, i) => {
    if (isGone(i) || page.isProse(i) || line.length > LONGEST || !/[\p{L}\p{N}]/u.test(line)) return;
    const key = keys[i] ?? '';
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
    add(found.next, keys[i + 1] ?? '');
  });
}

function fresh(example: string): Seen {
  const [hosts, langs, next] = [new Set<string>(), new Map<string, number>(), new Map<string, number>()];
  return { example, varies: false, documents: 0, places: 0, nearCruft: 0, hosts, langs, next };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function keyOf(line: string): string {
  return /\d/.test(line) ? line.replace(/\d+/g, '0') : line;
}

function describe([first, ...rest]: readonly [Seen, ...Seen[]], texts: NamedTexts): Mined {
  const { documents, places, nearCruft, hosts, langs } = first;
  const line = ({ example, varies }: Seen): MinedLine => ({ example, varies });
  return {
    lines: [line(first), ...rest.map(line)],
    documents,
    hosts: [...hosts].sort(),
    lang: top(langs)[0],
    nearCruft: nearCruft / places,
    ...nearestText(first.example, texts),
  };
}
