import { type Candidate } from './candidates.js';
import { costAfter, loadLetters } from './letters.js';

/** Bytes that windows-1252 leaves undefined: what was lost where a strict decoder met one (WHATWG Encoding). */
const UNDEFINED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** First of two bytes, and what stands for the second; or E2 80 and what stands for 9D; or C3 and what was A0. */
const LOST = /([\u00c3-\u00df])[\ufffd?]|â€[\ufffd?]|Ã {1,2}(?=\S)/g;
const GAIN = 2;

/** What UTF-8 read as windows-1252 lost on the way, where only a few characters can have stood: for level full. */
export function lossy(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(LOST)) {
    const [removed, lead] = match;
    const start = match.index;
    const end = start + removed.length;
    const before = text.charCodeAt(start - 1) || 32;
    const insert = lead
      ? likeliest(lead, before, text.charCodeAt(end) || 32)
      : removed.startsWith('â')
        ? '”'
        : 'à ';
    found.push({ start, end, insert, page: 0, chain: 'windows-1252', gain: GAIN, rarity: 0, doubt: 0 });
  }
  return found;
}

/** Of the characters that a lost byte can have made, the one that fits best between its neighbours. */
function likeliest(lead: string, before: number, after: number): string {
  const letters = loadLetters();
  const high = (lead.charCodeAt(0) & 0x1f) << 6;
  let best = '';
  let least = Infinity;
  for (const byte of UNDEFINED) {
    const code = high | (byte & 0x3f);
    const cost = costAfter(letters, 32, before, code) + costAfter(letters, before, code, after);
    if (cost >= least) continue;
    least = cost;
    best = String.fromCharCode(code);
  }
  return best;
}

/** First bytes of UTF-8 in windows-1252 that have a lower case. */
const LEADS = /[à-ïð-öø-þ]/g;

/**
 * The same text with the first bytes in upper case again, where all of it was lower-cased after the accident (ã© was
 * Ã©); UTF-16 units stay where they are. Nothing where it cannot have been.
 */
export function raised(text: string): string | undefined {
  if (/\p{Lu}/u.test(text)) return undefined;
  const upper = text.replace(LEADS, lead => (lead === 'â' ? lead : lead.toUpperCase()));
  return upper === text ? undefined : upper;
}
