import { type KnownLine, OWN } from './known-line.js';
import { FAR, LABEL_NAMES, type PageFacts, pageFacts, SUMMED } from './page-facts.js';

/** How far to each side single neighbours are looked at, and lines of the same shape. */
const NEAR = 2;
const NEAR_SHAPES = [2, 8] as const;
/** Windows over which neighbours are averaged, in lines to each side. */
const WINDOWS = [3, 8, 20] as const;

/** Of the line in its page. */
const PLACE = [
  'index', 'place', 'linesLeft', 'proseBefore', 'proseAfter', 'proseShare', 'lines', 'toProseAbove', 'toProseBelow', 'run',
  'runPlace', 'inWindow', 'windowEdge', 'windowShare', 'repeats', 'repeatsAbove', 'beginnings', 'beginningsAbove', 'sameStart', 'topic', 'topicShare', 'cuesNear', 'unitsAbove',
  'unitsBelow', ...LABEL_NAMES.map(name => `since-${name}`), ...NEAR_SHAPES.map(width => `alike±${width}`),
] as const; // prettier-ignore

/** What a neighbour tells: of its own row, and whether it is prose, and its cues. */
const NEIGHBOUR = ['units', 'endsSentence', 'capitalised', 'endsColon', 'stop'] as const;
const NEIGHBOUR_OWN = NEIGHBOUR.map(name => (OWN as readonly string[]).indexOf(name));

const OFFSETS = Array.from({ length: 2 * NEAR + 1 }, (_, i) => i - NEAR).filter(at => at !== 0);

/** Names of the features, in the order of each row. */
export const FEATURES: readonly string[] = [
  ...OWN,
  ...PLACE,
  ...WINDOWS.flatMap(width => SUMMED.map(name => `${name}±${width}`)),
  ...OFFSETS.flatMap(at => [...NEIGHBOUR, 'prose', 'cues'].map(name => `${name}${at < 0 ? '' : '+'}${at}`)),
];
const WIDTH = FEATURES.length;

/** Rows of features one behind the other, one for each line of a page; blank lines are left out beforehand. */
export function lineFeatures(lines: readonly KnownLine[]): Float32Array {
  const page = pageFacts(lines);
  const rows = new Float32Array(lines.length * WIDTH);
  lines.forEach((line, i) => {
    const start = i * WIDTH;
    rows.set(line.row, start);
    let at = writePlace(rows, start + line.row.length, i, lines, page);
    at = writeWindows(rows, at, i, page);
    for (const offset of OFFSETS) at = writeNeighbour(rows, at, lines[i + offset]);
  });
  return rows;
}

function writePlace(
  rows: Float32Array,
  start: number,
  i: number,
  lines: readonly KnownLine[],
  page: PageFacts,
): number {
  const { count, proseUnits, window } = page;
  const { first, last } = window;
  const all = proseUnits[count] ?? 0;
  const before = proseUnits[i] ?? 0;
  const after = all - (proseUnits[i + 1] ?? 0);
  const perProse = all === 0 ? 0 : 1 / all;
  const isInside = i >= first && i <= last;
  let at = start;
  rows[at++] = Math.min(i, 200);
  rows[at++] = i / count;
  rows[at++] = Math.min(200, count - 1 - i);
  rows[at++] = before * perProse;
  rows[at++] = after * perProse;
  rows[at++] = all / Math.max(1, page.units);
  rows[at++] = Math.min(500, count);
  rows[at++] = page.above[i] ?? FAR;
  rows[at++] = page.below[i] ?? FAR;
  rows[at++] = page.run[i] ?? 0;
  rows[at++] = page.runPlace[i] ?? 0;
  rows[at++] = Number(isInside);
  rows[at++] = isInside
    ? Math.min(i - first, last - i, FAR)
    : -Math.min(FAR, i < first ? first - i : i - last);
  rows[at++] = window.units * perProse;
  for (const { all, above } of [page.repeats, page.beginnings]) {
    rows[at++] = Math.min(9, all[i] ?? 0);
    rows[at++] = Math.min(9, above[i] ?? 0);
  }
  rows[at++] = Math.min(30, page.sameStart[i] ?? 0);
  rows[at++] = page.topic[i] ?? 0;
  rows[at++] = page.topicShare[i] ?? 0;
  rows[at++] = mean(page.sums[CUES], i - 1, i + 1, count);
  rows[at++] = Math.log2(1 + before);
  rows[at++] = Math.log2(1 + after);
  for (const since of page.since) rows[at++] = since[i] ?? FAR;
  for (const width of NEAR_SHAPES) rows[at++] = alike(lines, i, width);
  return at;
}

const CUES = SUMMED.indexOf('cues');

function writeWindows(rows: Float32Array, start: number, i: number, { sums, count }: PageFacts): number {
  let at = start;
  for (const width of WINDOWS) for (const sum of sums) rows[at++] = mean(sum, i - width, i + width, count);
  return at;
}

function writeNeighbour(rows: Float32Array, start: number, line: KnownLine | undefined): number {
  let at = start;
  if (!line) {
    rows[at] = -1;
    return at + NEIGHBOUR.length + 2;
  }
  for (const own of NEIGHBOUR_OWN) rows[at++] = line.row[own] ?? 0;
  rows[at++] = Number(line.isProse);
  rows[at++] = line.cues;
  return at;
}

/** How many of the lines around have about as many words and the same beginning and end: a list of things. */
function alike(lines: readonly KnownLine[], i: number, width: number): number {
  const shape = lines[i]?.shape;
  let same = -1;
  for (let at = Math.max(0, i - width); at <= i + width && at < lines.length; at++)
    if (lines[at]?.shape === shape) same++;
  return same;
}

function mean(sum: Float64Array | undefined, from: number, to: number, count: number): number {
  const first = Math.max(0, from);
  const end = Math.min(count, to + 1);
  return ((sum?.[end] ?? 0) - (sum?.[first] ?? 0)) / Math.max(1, end - first);
}
