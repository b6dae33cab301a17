import { doubtOf } from './doubt.js';
import { cost, kindAt, kindBefore, type Model } from './model.js';
import { bytesOf, PAGES } from './pages.js';
import { parseSpan, type Span } from './parse.js';
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
  /** Nats to be gained beyond what is usual because its pages are rare. */
  readonly rarity: number;
  /** Nats to be gained beyond that because of its shape, if the candidate is to be believed by itself. */
  readonly doubt: number;
}

/** Nats that another layer has to gain: with less, clean text that came out of one layer was decoded once more. */
const LAYER = 8;

/** Nats below which nothing, not even the document's evidence, makes a candidate of a stretch. */
const WORTH_IT = 2;

/** UTF-8 misread three times is the most that was ever seen in the wild. */
const MAX_LAYERS = 3;

/**
 * All candidates of a text, from left to right. Mojibake takes whole runs of what its page has above ASCII, so a
 * candidate starts and ends where such a run does: that keeps clean text in other scripts both safe and fast.
 */
export function candidates(text: string, model: Model, layer = 1): Candidate[] {
  const found: Candidate[] = [];
  const tables = scanTables(text);
  const { opens, goesOn, whole, within } = tables;
  let done: number[] | undefined; // up to where each page has been dealt with
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    let pages = ((opens[unit] ?? 0) & (goesOn[text.charCodeAt(i + 1)] ?? 0)) | (whole[unit] ?? 0);
    if (pages === 0) continue;
    pages &= ~(within[text.charCodeAt(i - 1)] ?? 0);
    if (pages === 0) continue;
    done ??= new Array<number>(PAGES.length).fill(0);
    while (pages !== 0) {
      const page = 31 - Math.clz32(pages);
      pages &= ~(1 << page);
      if ((done[page] ?? 0) > i) continue;
      const span = spanAt(text, i, page, tables);
      if (span === undefined) continue;
      done[page] = span.end;
      add(found, text, span, page, model, layer);
    }
  }
  return found;
}

function spanAt(text: string, at: number, index: number, { within }: ScanTables): Span | undefined {
  const page = PAGES[index];
  const span = page && parseSpan(text, at, bytesOf(page));
  if (!span || ((within[text.charCodeAt(span.end)] ?? 0) & (1 << index)) !== 0) return undefined;
  return span;
}

/** Adds what a page makes of a span: decoded once, decoded further where that is sure, and decoded to the end. */
function add(to: Candidate[], text: string, span: Span, index: number, model: Model, layer: number): void {
  const page = PAGES[index];
  if (page === undefined) return;
  const { start, end, decoded } = span;
  const before = kindBefore(model, text, start);
  const after = kindAt(model, text, end);
  const old = cost(model, text, start, end, before, after);
  const judge = (insert: string, chain: string, rarity: number, extra: number): void => {
    const gain = old - cost(model, insert, 0, insert.length, before, after);
    if (gain < WORTH_IT) return;
    const doubt = extra + doubtOf(text, start, end, insert, model);
    to.push({ start, end, insert, page: index, chain, gain, rarity, doubt });
  };
  judge(decoded, page.name, page.rarity, 0);
  if (layer >= MAX_LAYERS || decoded.length === 1) return;
  const inner = candidates(decoded, model, layer + 1);
  if (inner.length === 0) return;
  const deeper = (chosen: readonly Candidate[]): void => {
    const [first] = chosen;
    if (!first) return;
    const best = chosen.reduce((a, b) => (b.gain > a.gain ? b : a), first);
    const chain = `${page.name}+${best.chain}`;
    judge(replaceAll(decoded, chosen), chain, page.rarity + best.rarity, LAYER + best.doubt);
  };
  deeper(choose(inner));
  if (inner.length > 1) deeper(choose(inner, byGain));
}

function byGain({ gain, rarity }: Candidate): number {
  return gain - rarity;
}

function replaceAll(text: string, chosen: readonly Candidate[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, insert } of chosen) {
    out += text.slice(from, start) + insert;
    from = end;
  }
  return out + text.slice(from);
}

/** Of candidates that overlap, the one of most value; of equals the page that comes first. */
export function choose(
  all: readonly Candidate[],
  value: (candidate: Candidate) => number = certainty,
): Candidate[] {
  const chosen: Candidate[] = [];
  const order = [...all].sort((a, b) => a.start - b.start || value(b) - value(a) || a.page - b.page);
  for (const candidate of order) {
    const last = chosen.at(-1);
    if (!last || last.end <= candidate.start) chosen.push(candidate);
    else if (value(candidate) > value(last)) chosen[chosen.length - 1] = candidate;
  }
  return chosen;
}

/** Nats gained after all doubts. */
export function certainty({ gain, rarity, doubt }: Candidate): number {
  return gain - rarity - doubt;
}
