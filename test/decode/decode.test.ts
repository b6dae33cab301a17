import { expect, it } from 'vitest';
import { looksBinary } from '../../src/decode/binary.js';
import { decode } from '../../src/decode/decode.js';

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

it.each([
  ['UTF-8', Buffer.from('después 漢字 😀'), 'después 漢字 😀', 'utf-8'],
  ['UTF-8 with a mark', Buffer.from('\ufeffdespués'), 'después', 'utf-8'],
  ['UTF-16 little-endian', Buffer.from('\ufeffdespués', 'utf16le'), 'después', 'utf-16le'],
  ['UTF-16 big-endian', utf16be('\ufeffdespués'), 'después', 'utf-16be'],
  ['UTF-16 without a mark', Buffer.from('plain words', 'utf16le'), 'plain words', 'utf-16le'],
  [
    'windows-1252',
    Buffer.from('después \x80 \x93x\x94 \x81', 'latin1'),
    'después € “x” \x81',
    'windows-1252',
  ],
  [
    'UTF-8 with one stray byte',
    Buffer.concat([Buffer.from('jardín y '), Buffer.of(0xe9)]),
    'jardín y é',
    'utf-8+windows-1252',
  ],
])('decodes %s', (_, bytes, text, charset) => {
  expect(decode(bytes)).toMatchObject({ text, charset, lost: [] });
});

it.each([
  ['a PDF', Buffer.from('%PDF-1.7\nstream'), true],
  ['an image', Buffer.from('\x89PNG\r\n', 'latin1'), true],
  ['zero bytes', Buffer.alloc(100), true],
  ['text', Buffer.from('plain\ttext\r\n'), false],
  ['UTF-16', Buffer.from('\ufefftext', 'utf16le'), false],
  ['UTF-16 without a mark', Buffer.from('some more text', 'utf16le'), false],
  ['a text with one stray zero', Buffer.from(`${'words '.repeat(50)}\0`), false],
  ['nothing', Buffer.alloc(0), false],
])('tells whether %s is binary', (_, bytes, expected) => {
  expect(looksBinary(bytes)).toBe(expected);
});
