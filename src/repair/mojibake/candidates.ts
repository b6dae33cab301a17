import { cost, kindAt, kindBefore, type Model } from './model.js';
import { bytesOf, PAGES } from './pages.js';
import { parseSpan } from './parse.js';
import { type ScanTables, scanTables } from './scan.js';

/** A stretch that may be mojibake, and what it would become. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  /** Index of the outermost page in PAGES. */
  readonly page: number;
  /** Names of the pages it was misread as, the last one first: what to undo first. */
  readonly chain: string;
  /** Nats by which the text becomes more natural. */
  readonly gain: number;
}

/** UTF-8 misread three times is the most that was ever seen in the wild. */
const MAX_LAYERS = 3;

/** All candidates of a text, from left to right; those of one page do not overlap. */
export function candidates(text: string, model: Model, layer = 1): Candidate[] {
  const found: Candidate[] = [];
  const tables = scanTables(text);
  const done = new Int32Array(PAGES.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    let pages = pagesAt(tables, unit, text.charCodeAt(i + 1));
    while (pages !== 0) {
      const page = 31 - Math.clz32(pages);
      pages &= ~(1 << page);
      if ((done[page] ?? 0) > i) continue;
      const candidate = candidateAt(text, i, page, model, layer);
      if (candidate === undefined) continue;
      done[page] = candidate.end;
      found.push(candidate);
    }
  }
  return found;
}

function pagesAt({ opens, goesOn, whole }: ScanTables, unit: number, next: number): number {
  return ((opens[unit] ?? 0) & (Number.isNaN(next) ? 0 : (goesOn[next] ?? 0))) | (whole[unit] ?? 0);
}

function candidateAt(
  text: string,
  at: number,
  page: number,
  model: Model,
  layer: number,
): Candidate | undefined {
  const known = PAGES[page];
  const span = known && parseSpan(text, at, bytesOf(known));
  if (!span) return undefined;
  const { start, end } = span;
  const before = kindBefore(model, text, start);
  const after = kindAt(model, text, end);
  const inner = layer < MAX_LAYERS ? repairInner(span.decoded, model, layer + 1) : undefined;
  const insert = inner?.text ?? span.decoded;
  const gain =
    cost(model, text, start, end, before, after) - cost(model, insert, 0, insert.length, before, after);
  return { start, end, insert, page, chain: inner ? `${known.name}+${inner.chain}` : known.name, gain };
}

/** What was decoded may be mojibake itself: every candidate of it that gains is taken, and the end is judged. */
function repairInner(text: string, model: Model, layer: number): { text: string; chain: string } | undefined {
  const gains = choose(candidates(text, model, layer).filter(({ gain }) => gain > 0));
  const [first] = gains;
  if (!first) return undefined;
  let out = '';
  let from = 0;
  for (const { start, end, insert } of gains) {
    out += text.slice(from, start) + insert;
    from = end;
  }
  return { text: out + text.slice(from), chain: first.chain };
}

/** Of candidates that overlap, the one that gains most; of equals the page that comes first. */
export function choose(all: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  const order = [...all].sort((a, b) => a.start - b.start || b.gain - a.gain || a.page - b.page);
  for (const candidate of order) {
    const last = chosen.at(-1);
    if (!last || last.end <= candidate.start) chosen.push(candidate);
    else if (candidate.gain > last.gain) chosen[chosen.length - 1] = candidate;
  }
  return chosen;
}
