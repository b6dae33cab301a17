import { guessUtf16, markOf } from './utf16.js';

const SAMPLE_BYTES = 64 * 1024;
/** Text has next to no control bytes besides tab, line ends, form feed and escape; a few in a short one are an accident. */
const MAX_CONTROL_SHARE = 0.01;
const FEW_CONTROLS = 8;
const FEW_CONTROLS_SHARE = 0.3;

/** First bytes of common formats that are no text and may hold few control bytes near their start. */
const SIGNATURES = [
  '%PDF-',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  'PK\x03\x04',
  '\x7fELF',
  '\x1f\x8b',
  '\xfd7zXZ',
  '(\xb5/\xfd',
  'OggS',
  'SQLite format 3',
];

/** Whether the head of a file is no text in any charset: a known signature, or too many control bytes. */
export function looksBinary(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 16);
  if (SIGNATURES.some(signature => start.startsWith(signature))) return true;
  if (markOf(head) !== undefined) return false;
  if (guessUtf16(head) !== undefined) return false;
  const length = Math.min(head.length, SAMPLE_BYTES);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = head[i] ?? 0;
    if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls++;
  }
  return controls > Math.max(length * MAX_CONTROL_SHARE, Math.min(FEW_CONTROLS, length * FEW_CONTROLS_SHARE));
}
