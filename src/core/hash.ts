import crypto from 'node:crypto';

/** SHA-256 in hexadecimal (64 characters). */
export function sha256(data: string | Uint8Array): string {
  return crypto.hash('sha256', data, 'hex');
}

/** SHA-256 of bytes that come in pieces. */
export function sha256Stream(): { update: (bytes: Uint8Array) => void; digest: () => string } {
  const hash = crypto.createHash('sha256');
  return {
    update: bytes => {
      hash.update(bytes);
    },
    digest: () => hash.digest('hex'),
  };
}

/** Ids that `recordId` gives begin with it; 32 hexadecimal digits follow. */
export const RECORD_PREFIX = 'l1-';

/** The id of a record that has none of its own: stable for its file and place, 128 bits. */
export function recordId(path: string, offset: number): string {
  return `${RECORD_PREFIX}${sha256(`${path}\0${String(offset)}`).slice(0, 32)}`;
}
