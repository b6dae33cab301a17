import { RECORD_PREFIX } from '../core/hash.js';

/** No id that a record brought along begins with it. */
const PACKED = '\0';
const RECORD_ID = new RegExp(`^${RECORD_PREFIX}[\\da-f]{32}$`);

/** An id in letters of one byte each: half as many for one that limpia gave. */
export function packedId(id: string): string {
  return RECORD_ID.test(id)
    ? PACKED + Buffer.from(id.slice(RECORD_PREFIX.length), 'hex').toString('latin1')
    : id;
}

export function unpackedId(packed: string): string {
  return packed.startsWith(PACKED)
    ? RECORD_PREFIX + Buffer.from(packed.slice(PACKED.length), 'latin1').toString('hex')
    : packed;
}
