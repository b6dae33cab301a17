import type { Edit, Skipped } from '../core/document.js';
import type { RepeatRule } from '../core/repeat.js';
import { goesOn, type LinePlaces } from '../core/running-on.js';
import { cut } from './cut.js';
import { hash53 } from './hash53.js';
import { lineKey } from './line-key.js';
import { type Line, linesOf } from './lines.js';
import { isOften } from './often.js';

/** How often the lines of a document stand on its host. */
export interface HostCounts {
  readonly host: string;
  /** Documents of the host. */
  readonly documents: number;
  /** Documents that hold a line, by key; 0 or missing where they are too few to tell. */
  readonly holding: (key: number) => number;
  /** Whether the user forbids to take the line that begins there (UTF-16 units). */
  readonly isKept?: (start: number) => boolean;
}

export interface Furniture {
  readonly edits: readonly Edit[];
  /** Rules that were held back by a limit. */
  readonly skipped: readonly Skipped[];
}

export const NO_FURNITURE: Furniture = { edits: [], skipped: [] };

/** A line is common on a host where half of its documents hold it. */
const COMMON = 0.5;

/**
 * The lines of a document that are page furniture because they repeat on its host, by rules of which the first that wants
 * a line takes it. A line that is frequent enough goes wherever it stands; one that reads like a sentence only from the
 * head of the page, before any line that is not. A rule for the foot takes what stands from a common line on, as far as
 * every line there repeats and none reads like a sentence but common ones. So headlines and bylines that recur, and the
 * stock phrases of letters, obituaries and forecasts, stay. Never the title, never long prose, and never all there is.
 */
export function furniture(
  text: string,
  title: string,
  { host, documents, holding, isKept }: HostCounts,
  rules: readonly RepeatRule[],
): Furniture {
  const lines = linesOf(text, host);
  const counts = lines.map(({ key }) => (key === undefined ? 0 : holding(key)));
  const isTitle = titles(lines, title, host);
  const takers = new Map<number, string>();
  const skipped: Skipped[] = [];
  for (const rule of rules) {
    if (documents < rule.documents) continue;
    const allowed = wantedBy(rule, lines, counts, isTitle, documents).filter(
      i => !takers.has(i) && rule.isAllowed(lines[i]?.start ?? 0) && isKept?.(lines[i]?.start ?? 0) !== true,
    );
    const wanted = wholeSentences(allowed, placesOf(text, lines));
    if (wanted.length === 0) continue;
    const units = wanted.reduce((sum, i) => sum + (lines[i]?.end ?? 0) - (lines[i]?.start ?? 0), 0);
    const tooMuch = rule.tooMuch(units, wanted.length);
    if (tooMuch) skipped.push(tooMuch);
    else for (const i of wanted) takers.set(i, rule.id);
  }
  if (takers.size === lines.length) return { edits: [], skipped };
  const told = lines.map((_, i) => {
    const by = takers.get(i);
    const note = `on ${counts[i] ?? 0} of ${documents} documents of ${host}`;
    return by === undefined ? undefined : { by, note };
  });
  return { edits: takers.size === 0 ? [] : cut(text, lines, told), skipped };
}

function placesOf(text: string, lines: readonly Line[]): LinePlaces {
  return {
    text,
    count: lines.length,
    start: line => lines[line]?.start ?? text.length,
    end: line => lines[line]?.end ?? text.length,
  };
}

/** The lines without those of sentences of which a line is not among them. */
function wholeSentences(wanted: readonly number[], places: LinePlaces): number[] {
  const goes = new Set(wanted);
  for (const line of wanted) if (goesOn(places, line) && !goes.has(line - 1)) goes.delete(line);
  for (const line of wanted.toReversed())
    if (goesOn(places, line + 1) && !goes.has(line + 1)) goes.delete(line);
  return wanted.filter(line => goes.has(line));
}

function titles(lines: readonly Line[], title: string, host: string): boolean[] {
  const hostHash = hash53(host);
  const own = [false, true].map(isSentence => lineKey(title.trim(), isSentence, hostHash));
  return lines.map(({ key, isSentence }) => key !== undefined && key === own[isSentence ? 1 : 0]);
}

/** The lines that a rule wants of a page by how often they stand on its host. */
function wantedBy(
  rule: RepeatRule,
  lines: readonly Line[],
  counts: readonly number[],
  isTitle: readonly boolean[],
  documents: number,
): number[] {
  const atLeast = (share: number): boolean[] =>
    counts.map(n => isOften(n, documents, { lines: rule.lines, share }));
  const isEnough = atLeast(rule.share);
  const indexes = [...lines.keys()].filter(i => isTitle[i] !== true);
  if (rule.foot) {
    const isCommon = atLeast(COMMON).map((is, i) => is && isTitle[i] !== true);
    const foot = footOf(lines, isEnough, isCommon);
    return indexes.filter(i => i >= foot);
  }
  const head = isEnough.findIndex((is, i) => !is || isTitle[i] === true);
  return indexes.filter(i => isEnough[i] === true && (lines[i]?.isSentence !== true || i < head));
}

/** Where the foot of the page begins: at a common line behind which every line is repeated, and no sentence but common ones. */
function footOf(lines: readonly Line[], isEnough: readonly boolean[], isCommon: readonly boolean[]): number {
  let foot = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (isCommon[i] === true) foot = i;
    else if (isEnough[i] !== true || lines[i]?.isSentence === true) break;
  }
  return foot;
}
