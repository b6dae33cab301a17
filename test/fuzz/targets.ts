import { strict as assert } from 'node:assert';
import { isUtf8 } from 'node:buffer';
import { DEFAULT_CONFIG } from '../../dist/config/schema.js';
import { cleanText } from '../../dist/clean-text.js';
import { undoLayers } from '../../dist/core/edits.js';
import type { Disk } from '../../dist/core/disk.js';
import { decode } from '../../dist/decode/decode.js';
import { type Found, readItem } from '../../dist/engine/read-item.js';
import { readOptions } from '../../dist/engine/read-options.js';
import { compileRules } from '../../dist/strip/compile.js';
import { nodeDisk } from '../../dist/write/node-disk.js';

/** What is tried on any bytes: each throws when something does not hold. */
export type Target = (bytes: Buffer) => Promise<void> | void;

const OPTIONS = readOptions(DEFAULT_CONFIG);
const ENDINGS = ['jsonl', 'json', 'csv', 'tsv', 'md', 'txt', 'jsonl.gz', 'txt.gz'] as const;

/** A disk on which every file holds these bytes. */
function holding(bytes: Buffer): Disk {
  return {
    ...nodeDisk,
    openRead: () => ({
      read: (into, position) => bytes.copy(into, 0, position),
      close: () => undefined,
    }),
  };
}

/** Reads bytes as a file of some kind; every record that comes lies within the file, in order. */
async function read(bytes: Buffer): Promise<void> {
  for (const ending of ENDINGS) {
    const path = `file.${ending}`;
    const item = { path, from: 0, to: bytes.length, size: bytes.length, mtimeMs: 0 };
    const found: Found[] = [];
    const visit = (batch: readonly Found[]): void => {
      found.push(...batch);
    };
    await readItem(holding(bytes), path, item, OPTIONS, visit, () => undefined);
    let before = -1;
    for (const one of found) {
      const { offset, length } = one.ok ? one.source.origin : one.origin;
      assert(offset >= before, `${ending}: a record at ${offset} comes after one at ${before}`);
      assert(
        length >= 0 && (ending.endsWith('.gz') || offset + length <= bytes.length),
        `${ending}: a record beyond the end`,
      );
      if (!one.ok) assert(one.error !== '', `${ending}: rejected without a word`);
      before = offset;
    }
  }
}

/** Decodes bytes; what came as UTF-8 comes out as it was. */
function decoded(bytes: Buffer): void {
  const { text } = decode(bytes);
  assert(!/\p{Surrogate}/u.test(text), 'half a character came out');
  const bare = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (isUtf8(bytes) && !bytes.includes(0)) assert.equal(text.replace(/^\ufeff/, ''), bare);
}

/** Cleans a text; the original comes back, and cleaning again changes nothing. */
function cleaned(bytes: Buffer): void {
  const text = bytes.toString('utf8');
  for (const level of ['safe', 'full'] as const) {
    const document = cleanText(text, { level, url: 'https://www.example.com/story' });
    assert.equal(
      undoLayers(document.text, document.layers),
      text,
      `${level}: the original does not come back`,
    );
    const again = cleanText(document.text, { level, url: 'https://www.example.com/story' });
    if (level === 'safe') assert.equal(again.text, document.text, 'cleaning again changes it');
    let end = 0;
    for (const paragraph of document.tags.paragraphs) {
      assert(paragraph.start >= end && paragraph.end > paragraph.start, `${level}: paragraphs overlap`);
      end = paragraph.end;
    }
    assert(end <= document.text.length, `${level}: a paragraph beyond the end`);
  }
}

/** Compiles a file of rules; whatever it says is told of, with a place. */
function rules(bytes: Buffer): void {
  const { diagnostics } = compileRules([{ path: 'x.yml', shipped: false, text: bytes.toString('utf8') }]);
  for (const { line, column, message } of diagnostics)
    assert(line > 0 && column > 0 && message !== '', 'a fault without a place');
}

export const TARGETS: Readonly<Record<string, Target>> = { read, decoded, cleaned, rules };
