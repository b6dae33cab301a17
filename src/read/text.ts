import { NO_FIELDS } from '../core/document.js';
import type { Format, RawRecord, SplitOptions, Splitter } from './format.js';

/** A text file: one record, the whole file. */
export const text: Format = {
  name: 'text',
  extensions: ['.txt'],
  lines: false,
  whole: true,
  markup: 'plain',
  split: splitWhole,
  parser: () => decoded =>
    decoded.trim() === ''
      ? { ok: false, reason: 'empty', error: 'The file holds no text.' }
      : { ok: true, ownId: '', text: decoded, fields: NO_FIELDS, extra: '{}' },
};

/** Markdown: as text, but its code blocks and indentation mean something. */
export const markdown: Format = {
  ...text,
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  markup: 'markdown',
};

function splitWhole({ maxBytes }: SplitOptions): Splitter {
  const chunks: Buffer[] = [];
  let length = 0;
  const tooLong = (): boolean => length > maxBytes;
  return {
    get done() {
      return tooLong();
    },
    get offset() {
      return length;
    },
    push: chunk => {
      length += chunk.length;
      if (tooLong()) chunks.length = 0;
      else chunks.push(chunk);
      return [];
    },
    end: (): RawRecord[] => [
      tooLong()
        ? {
            offset: 0,
            length,
            reason: 'too-long',
            error: `The file is over ${maxBytes} bytes; limits.record in pipeline.yml.`,
          }
        : { offset: 0, bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) },
    ],
  };
}
