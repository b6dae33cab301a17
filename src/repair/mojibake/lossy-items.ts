import { HOLE } from './lossy-search.js';
import { bytesOf, type Page, singleOf } from './pages.js';

/** A UTF-16 unit and what bytes it may have been; the empty list for one that is only itself. */
export interface Item {
  readonly unit: number;
  readonly bytes: readonly (readonly number[])[];
  /** What a lost byte can have been where that is known; empty where it may be any. */
  readonly holes: readonly number[];
  /** A space that none follows. */
  readonly isLastSpace: boolean;
  /** A space that words have none of: a mark stands behind it, or a letter that is no word by itself. */
  readonly isOdd: boolean;
  /** A byte may have gone without a trace before it. */
  readonly mayBeStripped: boolean;
}

/** What becomes of which items. */
export interface Reading {
  readonly cost: number;
  readonly chars: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
}

const C1 = Array.from({ length: 32 }, (_, i) => 0x80 + i);
/** What stands in place of bytes that were lost. */
export const QUESTION = 63;
export const REPLACEMENT = 0xfffd;
const ODD = / (?:[!),.?\-\]]|[b-df-hj-np-tv-z](?![\p{L}\p{M}’'.]))/uy;

/** Units of a line as bytes of a page. A line without capitals may have been made so after the accident. */
export function itemsOf(line: string, page: Page, small: boolean): Item[] {
  const bytes = bytesOf(page);
  const undefinedBytes = page.double ? [] : undefinedIn(page);
  const items: Item[] = [];
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    const ways: number[][] = [];
    if (unit === REPLACEMENT || unit === QUESTION) {
      if (page.double)
        ways.push(
          ...(unit === QUESTION
            ? [
                [HOLE, HOLE],
                [HOLE, 32],
              ]
            : [[HOLE], [HOLE, HOLE]]),
        );
      else if (undefinedBytes.length > 0) ways.push([HOLE]);
    } else if (unit >= 0x80) {
      add(ways, bytes[unit] ?? 0);
      if (small) add(ways, byteOfUpper(bytes, line, i));
    }
    const isLastSpace = unit === 32 && line.charCodeAt(i + 1) !== 32;
    ODD.lastIndex = i;
    const next = page.name === 'windows-1252' && unit !== REPLACEMENT;
    items.push({
      unit,
      bytes: ways,
      // What stands beyond Latin-1 was read as windows-1252 itself, which leaves only some bytes undefined.
      holes: next && unit !== QUESTION && line.charCodeAt(i - 1) <= 0xff ? C1 : undefinedBytes,
      mayBeStripped: next,
      isLastSpace,
      isOdd: isLastSpace && ODD.test(line),
    });
  }
  return items;
}

/** The first that a unit of a line may have been in a page: a byte, or two in one number; 0 for none. */
export function byteIn(bytes: Uint16Array, line: string, at: number, small: boolean): number {
  const own = bytes[line.charCodeAt(at)] ?? 0;
  return own === 0 && small ? byteOfUpper(bytes, line, at) : own;
}

function byteOfUpper(bytes: Uint16Array, line: string, at: number): number {
  const lower = line.charAt(at);
  const upper = lower.toUpperCase();
  return upper.length === 1 && upper !== lower ? (bytes[upper.charCodeAt(0)] ?? 0) : 0;
}

function add(ways: number[][], value: number): void {
  if (value === 0) return;
  ways.push(value > 0xff ? [value >> 8, value & 0xff] : [value]);
}

const cache = new Map<string, readonly number[]>();

/** Bytes that a page leaves undefined, and that go on with a character of UTF-8. */
function undefinedIn(page: Page): readonly number[] {
  let found = cache.get(page.name);
  if (found === undefined) {
    const units = singleOf(page);
    found = Array.from({ length: 0x40 }, (_, i) => 0x80 + i).filter(byte => (units[byte - 0x80] ?? 0) < 0xa0);
    cache.set(page.name, found);
  }
  return found;
}
