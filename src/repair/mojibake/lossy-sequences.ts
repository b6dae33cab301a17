import { byteIn, QUESTION, REPLACEMENT } from './lossy-items.js';
import { bytesOf, type Page } from './pages.js';

/** What bytes a line would be in a page. */
export interface Sequences {
  /** How many are part of UTF-8, or may be. */
  readonly whole: number;
  /** Whether some of it is broken. */
  readonly broken: boolean;
  /** The share of the characters above ASCII that the page has. */
  readonly share: number;
}

/** Reads a line as UTF-8 in a page, and makes nothing of it. `small` as for `itemsOf`. */
export function sequences(line: string, page: Page, small: boolean): Sequences {
  const bytes = bytesOf(page);
  let [whole, broken, above, had, missing] = [0, false, 0, 0, 0];
  const feed = (byte: number): void => {
    if (byte >= 0x80 && byte <= 0xbf) {
      if (missing > 0) {
        missing--;
        whole++;
      } else broken = true;
      return;
    }
    if (missing > 0) broken = true;
    missing = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
  };
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    const isLost = unit === REPLACEMENT || unit === QUESTION;
    const value = unit < 0x80 || isLost ? 0 : byteIn(bytes, line, i, small);
    if (unit >= 0x80 && unit !== REPLACEMENT) above++;
    if (value > 0) {
      had++;
      if (value > 0xff) feed(value >> 8);
      feed(value & 0xff);
      continue;
    }
    if (missing > 0 || unit === REPLACEMENT) broken = true;
    missing = 0;
  }
  return { whole, broken: broken || missing > 0, share: above === 0 ? 0 : had / above };
}
