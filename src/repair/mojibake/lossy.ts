import { codeUnits } from '../../core/code-units.js';
import type { Candidate } from './candidate.js';
import { loadLetters } from './letters.js';
import { type Item, itemsOf, QUESTION, type Reading } from './lossy-items.js';
import { type Budget, costAsIs, readLossy } from './lossy-search.js';
import { sequences } from './lossy-sequences.js';
import { type Page, PAGES } from './pages.js';
import { isStrange } from './look.js';

/** Nats that a line has to gain: where nothing is lost but no-break spaces that went on with an à, few. */
const GAIN = 8;
const GAIN_SPACED = 1;
/** Pages that are tried on a line in earnest. */
const FINALISTS = 4;
/** UTF-16 units of a line that is looked at; no sentence is longer. */
const LONGEST = 4000;
/**
 * Ways to read that are looked at in one text: of the development set's lossy lines half take 150, one in ten 1,500
 * and the longest 73,000. What comes after in a text that needs more is left as it is.
 */
const WAYS = 300_000;
/** Shows that bytes are lost where no character is whole: é and a question mark behind it are none. */
const LOST = /\ufffd|[ÂÃ](?: |$)/u;
/** The first byte of a no-break space or an à, of which the other went from the end of a line. */
const LAST = /(?<!\p{Lu})[ÂÃ]$/u;
/** Two bytes of one character in a page of single bytes. */
const SIDE_BY_SIDE = /[^\0-\x7f]{2}/;
/** Share of a line's characters above ASCII that a page must have. */
const SHARE = 0.6;

/**
 * Lines of UTF-8 that were misread and then lost some bytes: for level full. What can only have been one of a few
 * letters becomes the likeliest; what nobody can know becomes one U+FFFD.
 */
export function lossy(text: string): Candidate[] {
  const found: Candidate[] = [];
  const budget = { left: WAYS };
  let start = 0;
  for (const line of text.split('\n')) {
    if (budget.left > 0 && line.length <= LONGEST && /[^\0-\x7f]/.test(line))
      found.push(...lineOf(line, start, budget));
    start += line.length + 1;
  }
  return found;
}

function lineOf(line: string, start: number, budget: Budget): Candidate[] {
  const letters = loadLetters();
  const small = !/\p{Lu}/u.test(line);
  const isLost = LOST.test(line);
  // Most lines are no UTF-8 in any page, and seen to be none before anything is made of them.
  const mayBeSingle = isLost || SIDE_BY_SIDE.test(line);
  const seen = PAGES.filter(({ double }) => double || mayBeSingle)
    .map(page => ({ page, ...sequences(line, page, small) }))
    .filter(({ whole }) => whole > 0 || isLost);
  // What some page reads to the last byte has lost none; small letters alone may have been capitals, which shows.
  const isWhole = ({ page, broken, share, whole }: (typeof seen)[number]): boolean =>
    !broken &&
    share === 1 &&
    whole > 0 &&
    (!small || !isStrange(codeUnits(straight(itemsOf(line, page, small)))));
  if (seen.some(isWhole)) return [];
  const tried = seen
    .filter(({ broken, share }) => (broken || small) && share >= SHARE)
    .sort((a, b) => b.whole - a.whole)
    .slice(0, FINALISTS);
  let best: { reading: Reading; page: Page; gain: number } | undefined;
  for (const { page } of tried) {
    const items = itemsOf(line, page, small);
    const reading = readLossy(items, letters, budget);
    if (reading === undefined) continue;
    // A letter that is cut off at the end is no gain.
    const end = LAST.test(line) ? undefined : reading.chars.find(({ insert }) => insert === '')?.from;
    const read = items.slice(0, end);
    const gain = costAsIs(read, letters) - reading.cost - page.rarity;
    if (gain >= (isSpaced(reading, items) ? GAIN_SPACED : GAIN) && gain > (best?.gain ?? 0))
      best = { reading, page, gain };
  }
  if (!best) return [];
  const { reading, page, gain } = best;
  return stretches(reading, small).map(({ from, to, insert }) => {
    const known = { page: PAGES.indexOf(page), same: 0, chain: page.name, layers: 1 };
    const what = { ...known, gain, rarity: page.rarity, doubt: 0 };
    return { start: start + from, end: start + to, insert, ...what };
  });
}

/** Whether all that is read is whole but for some letters à, of which the last byte became a space: Ã between words. */
function isSpaced({ chars }: Reading, items: readonly Item[]): boolean {
  const broken = chars.filter(({ from, to, insert }) => insert === '' || !isAllBytes(items.slice(from, to)));
  return broken.length > 0 && broken.every(({ insert }) => insert === 'à');
}

function isAllBytes(items: readonly Item[]): boolean {
  return items.length > 1 && items.every(({ unit, bytes }) => unit !== QUESTION && bytes.length > 0);
}

/** What the bytes say as they are. */
function straight(items: readonly Item[]): string {
  return Buffer.from(items.flatMap(({ unit, bytes }) => bytes[0] ?? [unit])).toString('utf8');
}

/** What became of items side by side, in one. */
function stretches({ chars }: Reading, small: boolean): { from: number; to: number; insert: string }[] {
  const found: { from: number; to: number; insert: string }[] = [];
  for (const { from, to, insert } of chars) {
    const last = found.at(-1);
    const text = small ? insert.toLowerCase() : insert;
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.insert += text;
    } else found.push({ from, to, insert: text });
  }
  return found;
}
