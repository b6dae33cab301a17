import { siteOf } from '../core/host.js';
import { exactKey } from '../settle/exact-key.js';
import { lineKeys } from '../settle/lines.js';
import { pieceKeys } from '../settle/pieces.js';
import { shingleCount, shingleHashes } from '../settle/shingles.js';
import { SHORT_SHINGLES } from '../settle/similar.js';
import { sketchOf } from '../settle/sketch.js';
import { unitsOf } from '../settle/units.js';
import type { CleanRecord } from '../write/record-schema.js';
import type { KeyOptions } from './key-rows.js';
import { pieceText } from './repeated-pieces.js';

/** A line of `.limpia/lines`; undefined where nobody knows the document's host. */
export function lineRow({ text, metadata }: CleanRecord): string | undefined {
  const host = siteOf(metadata.url, metadata.path);
  if (host === '') return undefined;
  const { signature, keys } = lineKeys(text, host);
  return JSON.stringify([host, signature, ...keys]);
}

/** A line of `.limpia/documents`. */
export function documentRow(record: CleanRecord, options: KeyOptions): string {
  const { id, text, source, created, metadata } = record;
  const units = unitsOf(text);
  const shingles = shingleCount(units.count);
  const exact = exactKey(units);
  const keys =
    options.sketches && shingles > SHORT_SHINGLES ? sketchOf(units, shingleHashes(units)) : new Uint32Array();
  const pieces = options.pieces ? pieceKeys(pieceText(record), options.pieces) : [];
  const { url, path, offset, chars } = metadata;
  return JSON.stringify([
    id,
    path,
    offset,
    keyText(exact),
    shingles,
    chars,
    created,
    siteOf(url, path),
    source,
    keyText(keys),
    Buffer.concat(pieces.map(bytesOf)).toString('base64'),
  ]);
}

function keyText(words: Uint32Array): string {
  return bytesOf(words).toString('base64');
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
