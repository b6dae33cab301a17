import type { Edit } from '../core/document.js';
import { cut } from './cut.js';
import { hash53 } from './hash53.js';
import { type Line, lineKey, linesOf } from './lines.js';

/** How often the lines of a document stand on its host. */
export interface HostCounts {
  readonly host: string;
  /** Documents of the host. */
  readonly documents: number;
  /** Documents that hold a line, by key; 0 or missing where they are too few to tell. */
  readonly holding: (key: number) => number;
  /** Whether the user forbids to take a line. */
  readonly isKept?: (line: string) => boolean;
}

/**
 * The lines of a document that are page furniture because they repeat on its host. A line on at least half of the
 * host's pages goes wherever it stands; one that reads like a sentence only at the head or foot of the page. One on fewer
 * pages, such as a teaser, goes only from the foot, below a line on most pages, and never when it reads like a sentence.
 * So headlines and bylines that recur, and the stock phrases of letters, obituaries and forecasts, stay. Never the
 * title, never long prose, and never all there is.
 */
export function furniture(
  text: string,
  title: string,
  { host, documents, holding, isKept }: HostCounts,
): Edit[] {
  const lines = linesOf(text, host);
  const counts = lines.map(({ key }) => (key === undefined ? 0 : holding(key)));
  const hostHash = hash53(host);
  const own = [false, true].map(isSentence => lineKey(title.trim(), isSentence, hostHash));
  const isTitle = lines.map(({ key, isSentence }) => key !== undefined && key === own[isSentence ? 1 : 0]);
  const isCommon = counts.map((n, i) => n > 0 && 2 * n >= documents && isTitle[i] !== true);
  const head = isCommon.indexOf(false);
  const foot = footOf(lines, counts, isCommon);
  const goes = lines.map(({ start, end, isSentence }, i) => {
    const isCruft = isCommon[i] === true && (!isSentence || i < head);
    if (!isCruft && (i < foot || isTitle[i] === true)) return false;
    return isKept?.(text.slice(start, end)) !== true;
  });
  if (goes.every(Boolean)) return [];
  const told = (n: number) => ({ by: `repeat/${host}`, note: `on ${n} of ${documents} documents` });
  return cut(
    text,
    lines,
    goes.map((isGone, i) => (isGone ? told(counts[i] ?? 0) : undefined)),
  );
}

/** Where the foot of the page begins: at a common line behind which every line is repeated, and no sentence but common ones. */
function footOf(lines: readonly Line[], counts: readonly number[], isCommon: readonly boolean[]): number {
  let foot = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (isCommon[i] === true) foot = i;
    else if ((counts[i] ?? 0) === 0 || lines[i]?.isSentence === true) break;
  }
  return foot;
}
