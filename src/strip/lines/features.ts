import { fold } from '../fold.js';
import { isProse } from '../prose.js';
import { CUES } from './cues.js';
import { type LineFacts, lineFacts } from './line-facts.js';
import { bestWindow } from './window.js';

/** How far to each side single neighbours are looked at. */
const NEAR = 2;
/** Windows over which neighbours are averaged, in lines to each side. */
const WINDOWS = [3, 8] as const;
/** Distances in lines and lengths of runs are cut off here: beyond it a page is a long page. */
const FAR = 40;
/** A word of the page's prose this long or longer tells what the page is about. */
const TOPIC_UNITS = 4;

const OWN = [
  'units', 'words', 'meanWord', 'sentences', 'endsSentence', 'endsColon', 'endsDots', 'commas', 'digits', 'upper', 'capitalised',
  'startsLower', 'startsDigit', 'startsSign', 'link', 'separators', 'date', 'clock', 'money', 'glued', 'quote', 'letters',
  ...CUES.map(([name]) => `cue-${name}`),
] as const; // prettier-ignore

/** Of the line in its page. */
const PLACE = [
  'index', 'place', 'linesLeft', 'proseBefore', 'proseAfter', 'proseShare', 'lines', 'toProseAbove', 'toProseBelow', 'run',
  'runPlace', 'inWindow', 'windowEdge', 'windowShare', 'repeats', 'alike', 'topic', 'topicShare', 'cuesNear', 'unitsAbove', 'unitsBelow',
] as const; // prettier-ignore

/** What a neighbour tells. */
const NEIGHBOUR = ['units', 'endsSentence', 'prose', 'cues', 'capitalised', 'endsColon'] as const;

/** Names of the features, in the order of each row. */
export const FEATURES: readonly string[] = [
  ...OWN,
  ...PLACE,
  ...WINDOWS.flatMap(width => [`units±${width}`, `prose±${width}`, `cues±${width}`, `sentences±${width}`]),
  ...offsets().flatMap(at => NEIGHBOUR.map(name => `${name}${at < 0 ? '' : '+'}${at}`)),
];

function offsets(): number[] {
  return Array.from({ length: 2 * NEAR + 1 }, (_, i) => i - NEAR).filter(at => at !== 0);
}

/** What a line tells by itself, found once however often the page around it changes. */
export interface KnownLine {
  readonly text: string;
  readonly facts: LineFacts;
  readonly isProse: boolean;
  readonly folded: string;
  /** Words that tell what a text is about. */
  readonly topic: readonly string[];
}

export function knowLine(text: string): KnownLine {
  const folded = fold(text);
  return {
    text,
    facts: lineFacts(text),
    isProse: isProse(text, 0, text.length),
    folded,
    topic: topicWords(folded),
  };
}

/** One row of features for each line of a page; blank lines are left out beforehand. */
export function lineFeatures(lines: readonly KnownLine[]): Float32Array[] {
  const page = pageFacts(lines);
  return lines.map((_, i) => Float32Array.from(row(i, lines, page)));
}

type PageFacts = ReturnType<typeof pageFacts>;

function pageFacts(lines: readonly KnownLine[]) {
  const prose = lines.map(line => line.isProse);
  const proseLengths = lines.map(line => (line.isProse ? line.text.length : 0));
  const counts = new Map<string, number>();
  for (const { folded } of lines) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  const topic = new Map<string, number>();
  for (const line of lines)
    if (line.isProse) for (const word of new Set(line.topic)) topic.set(word, (topic.get(word) ?? 0) + 1);
  return {
    counts,
    topic,
    proseUnits: sums(proseLengths),
    units: sums(lines.map(({ facts }) => facts.units)),
    proseLines: sums(prose.map(Number)),
    cues: sums(lines.map(({ facts }) => Math.min(1, facts.cues))),
    sentences: sums(lines.map(({ facts }) => facts.endsSentence)),
    window: bestWindow(proseLengths),
    above: distances(prose),
    below: distances([...prose].reverse()).reverse(),
    runs: runsOf(prose),
    total: lines.reduce((sum, { text }) => sum + text.length, 0),
  };
}

function row(i: number, lines: readonly KnownLine[], page: PageFacts): number[] {
  const line = lines[i];
  if (!line) return [];
  const { facts: own, topic: words } = line;
  const count = lines.length;
  const allProse = page.proseUnits[count] ?? 0;
  const before = page.proseUnits[i] ?? 0;
  const after = allProse - (page.proseUnits[i + 1] ?? 0);
  const { first, last } = page.window;
  const inside = i >= first && i <= last;
  const known = words.filter(word => (page.topic.get(word) ?? 0) > Number(line.isProse)).length;
  const [run, runPlace] = page.runs[i] ?? [0, 0];
  return [
    ...own.row,
    // PLACE
    Math.min(i, 200), i / count, Math.min(200, count - 1 - i),
    allProse === 0 ? 0 : before / allProse, allProse === 0 ? 0 : after / allProse, allProse / Math.max(1, page.total), Math.min(500, count),
    page.above[i] ?? FAR, page.below[i] ?? FAR, run, runPlace,
    Number(inside), inside ? Math.min(i - first, last - i, FAR) : -Math.min(FAR, i < first ? first - i : i - last),
    allProse === 0 ? 0 : page.window.units / allProse,
    Math.min(9, page.counts.get(line.folded) ?? 0), alike(lines, i), known, words.length === 0 ? 0 : known / words.length,
    mean(page.cues, i - 1, i + 1, count),
    Math.log2(1 + before), Math.log2(1 + after),
    ...WINDOWS.flatMap(width => [page.units, page.proseLines, page.cues, page.sentences].map(sum => mean(sum, i - width, i + width, count))),
    ...offsets().flatMap(at => neighbour(lines[i + at])),
  ]; // prettier-ignore
}

function neighbour(line: KnownLine | undefined): number[] {
  if (!line) return [-1, 0, 0, 0, 0, 0];
  const { units, endsSentence, cues, capitalised, endsColon } = line.facts;
  return [units, endsSentence, Number(line.isProse), cues, capitalised, endsColon];
}

/** How many of the four lines around have about as many words and the same beginning and end: a list of things. */
function alike(lines: readonly KnownLine[], i: number): number {
  let same = 0;
  for (let at = i - NEAR; at <= i + NEAR; at++)
    if (at !== i && lines[at]?.facts.shape === lines[i]?.facts.shape) same++;
  return same;
}

function topicWords(folded: string): readonly string[] {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter(({ length }) => length >= TOPIC_UNITS);
}

/** Sums of all values before each index; one more than there are values. */
function sums(values: readonly number[]): Float64Array {
  const all = new Float64Array(values.length + 1);
  values.forEach((value, i) => (all[i + 1] = (all[i] ?? 0) + value));
  return all;
}

function mean(sum: Float64Array, from: number, to: number, count: number): number {
  const [first, end] = [Math.max(0, from), Math.min(count, to + 1)];
  return ((sum[end] ?? 0) - (sum[first] ?? 0)) / Math.max(1, end - first);
}

/** Lines since the last line of prose, itself not counted. */
function distances(prose: readonly boolean[]): number[] {
  let since = FAR;
  return prose.map(isOne => {
    const distance = since;
    since = isOne ? 1 : Math.min(FAR, since + 1);
    return distance;
  });
}

/** For each line the length of the run of lines like it (prose or not), and its place in the run from 0 to 1. */
function runsOf(prose: readonly boolean[]): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let start = 0; start < prose.length;) {
    let end = start;
    while (end < prose.length && prose[end] === prose[start]) end++;
    for (let i = start; i < end; i++)
      runs.push([
        (prose[start] === true ? -1 : 1) * Math.min(FAR, end - start),
        (i - start) / Math.max(1, end - start - 1),
      ]);
    start = end;
  }
  return runs;
}
