import { Gzip } from 'fflate';

/** The level, and the size of the match table (2 to the power of 12 + it): left to itself it depends on a logarithm. */
const OPTIONS = { level: 6, mem: 8, mtime: 0 } as const;

export interface Compressor {
  /** The compressed bytes so far; those of the last call end the file. */
  readonly push: (bytes: Uint8Array, last: boolean) => Buffer;
}

/**
 * Compresses to gzip without a name or a time in it. Written in JavaScript, unlike Node's own zlib, whose bytes differ
 * between versions and processors: the same text in the same pieces gives the same bytes everywhere.
 */
export function compressor(): Compressor {
  let out: Buffer[] = [];
  const gzip = new Gzip(OPTIONS, chunk => {
    // The chunk may be a view of a buffer that is used again.
    out.push(Buffer.from(chunk));
  });
  return {
    push: (bytes, last) => {
      gzip.push(bytes, last);
      const taken = Buffer.concat(out);
      out = [];
      return taken;
    },
  };
}
