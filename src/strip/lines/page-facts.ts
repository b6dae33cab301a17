import { type KnownLine, mostTopic, OWN } from './known-line.js';
import { tableFor } from './numbering.js';
import { since, sums, until } from './running.js';
import { CUE_NAMES } from './vocabulary.js';
import { bestWindow, type Window } from './window.js';

/** Distances in lines and lengths of runs are cut off here: beyond it a page is a long page. */
export const FAR = 40;

/** By line: how often what it says stands on the page, and above it. */
interface Occurrences {
  readonly all: Int32Array;
  readonly above: Int32Array;
}

/** What the lines of a page tell together; arrays have one value a line, sums one more. */
export interface PageFacts {
  readonly count: number;
  /** UTF-16 units of all lines. */
  readonly units: number;
  /** UTF-16 units of prose before each line. */
  readonly proseUnits: Float64Array;
  /** Sums before each line, in the order of SUMMED. */
  readonly sums: readonly Float64Array[];
  readonly window: Window;
  /** Lines to the nearest prose, at most FAR. */
  readonly above: Uint8Array;
  readonly below: Uint8Array;
  /** Lengths of the runs of lines that are all prose (below 0) or all not, and the place in the run from 0 to 1. */
  readonly run: Int8Array;
  readonly runPlace: Float32Array;
  /** How often the line stands on the page, and its first six words (0 where it has fewer). */
  readonly repeats: Occurrences;
  readonly beginnings: Occurrences;
  /** How many lines begin with its first word. */
  readonly sameStart: Int32Array;
  /** How many of its words the page's prose has, and their share. */
  readonly topic: Int32Array;
  readonly topicShare: Float32Array;
  /** Lines since the last label with a cue of each group of LABELS, at most FAR. */
  readonly since: readonly Uint8Array[];
}

/** What is averaged over neighbours. */
export const SUMMED = ['units', 'prose', 'cues', 'sentences', 'date', 'stop', 'topic'] as const;

/** Labels above what is not the article: by the cues that they hold. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  comment: ['comment'],
  more: ['more'],
  other: ['share', 'offer', 'account', 'legal', 'advert', 'menu'],
};
export const LABEL_NAMES: readonly string[] = Object.keys(LABELS);
const LABEL_BITS = Object.values(LABELS).map(cues =>
  cues.reduce((bits, cue) => bits | (1 << CUE_NAMES.indexOf(cue)), 0),
);
/** Labels have no more words. */
const LABEL_WORDS = 8;

const OWN_NAMES: readonly string[] = OWN;
const [UNITS, SENTENCE, DATE, STOPS, WORDS] = ['units', 'endsSentence', 'date', 'stop', 'words'].map(name =>
  OWN_NAMES.indexOf(name),
) as [number, number, number, number, number];

export function pageFacts(lines: readonly KnownLine[]): PageFacts {
  const own = (at: number): Float64Array => sums(lines, ({ row }) => row[at] ?? 0);
  const { topic, topicShare } = topics(lines);
  const proseLengths = lines.map(line => (line.isProse ? line.length : 0));
  return {
    count: lines.length,
    units: lines.reduce((sum, { length }) => sum + length, 0),
    proseUnits: sums(proseLengths, units => units),
    sums: [
      own(UNITS),
      sums(lines, line => Number(line.isProse)),
      sums(lines, line => Math.min(1, line.cues)),
      own(SENTENCE),
      own(DATE),
      own(STOPS),
      sums(topicShare, share => share),
    ],
    window: bestWindow(proseLengths),
    above: since(lines.length, FAR, i => lines[i]?.isProse === true),
    below: until(lines.length, FAR, i => lines[i]?.isProse === true),
    ...runs(lines),
    repeats: occurrences(Int32Array.from(lines, line => line.same)),
    beginnings: occurrences(Int32Array.from(lines, line => line.beginning)),
    sameStart: occurrences(Int32Array.from(lines, line => line.first)).all,
    topic,
    topicShare,
    since: LABEL_BITS.map(bits => since(lines.length, FAR, i => isLabel(lines[i], bits))),
  };
}

function isLabel(line: KnownLine | undefined, bits: number): boolean {
  return (
    line !== undefined &&
    (line.cueKinds & bits) !== 0 &&
    !line.isProse &&
    (line.row[WORDS] ?? 0) <= LABEL_WORDS
  );
}

/** By what lines say, in numbers of the page; nobody asks how many lines say nothing (0). */
function occurrences(says: Int32Array): Occurrences {
  const seen = tableFor(says);
  const count = (what: number): number => (what === 0 ? 0 : (seen[what] = (seen[what] ?? 0) + 1) - 1);
  const above = says.map(count);
  return { above, all: says.map(what => seen[what] ?? 0) };
}

/** A word is the page's topic when prose has it; prose itself needs another line that has it. */
function topics(lines: readonly KnownLine[]): Pick<PageFacts, 'topic' | 'topicShare'> {
  const prose = lines.filter(line => line.isProse);
  const inLines = new Int32Array(1 + mostTopic(prose));
  for (const line of prose) for (const word of line.topicWords) inLines[word] = (inLines[word] ?? 0) + 1;
  const topic = Int32Array.from(lines, line => {
    let known = 0;
    for (const word of line.topic) if ((inLines[word] ?? 0) > Number(line.isProse)) known++;
    return known;
  });
  return {
    topic,
    topicShare: Float32Array.from(lines, (line, i) => (topic[i] ?? 0) / Math.max(1, line.topic.length)),
  };
}

function runs(lines: readonly KnownLine[]): Pick<PageFacts, 'run' | 'runPlace'> {
  const run = new Int8Array(lines.length);
  const runPlace = new Float32Array(lines.length);
  for (let start = 0; start < lines.length;) {
    const isProse = lines[start]?.isProse;
    let end = start + 1;
    while (end < lines.length && lines[end]?.isProse === isProse) end++;
    run.fill((isProse === true ? -1 : 1) * Math.min(FAR, end - start), start, end);
    for (let i = start; i < end; i++) runPlace[i] = (i - start) / Math.max(1, end - start - 1);
    start = end;
  }
  return { run, runPlace };
}
