const MAX_ID_BYTES = 128;
const PRINTABLE_ASCII = /^[\x21-\x7e]+$/;
/** What Python reads as a number, and pandas therefore makes one of when all ids are such: 12, -1.5, 1e5, 1_000, nan. */
const NUMBER = /^[+-]?(?:[\d_]+\.?[\d_]*|\.[\d_]+)(?:e[+-]?[\d_]+)?$|^[+-]?(?:nan|inf|infinity)$/i;
/** Stands before ids that are numbers, so that they stay texts wherever they are read. */
const PREFIX = 'id-';

/** A record's own id where every consumer can use it: printable ASCII, not long, and `id-42` for 42; else ''. */
export function ownIdOf(id: string): string {
  const own = NUMBER.test(id) ? PREFIX + id : id;
  return own.length <= MAX_ID_BYTES && PRINTABLE_ASCII.test(own) ? own : '';
}
