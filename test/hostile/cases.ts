import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Reason } from '../../src/core/reasons.js';
import { random } from '../support/random.js';

/** Input that somebody might have, or make to do harm. */
export interface Hostile {
  readonly name: string;
  /** Files below raw/, by name. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** What no table of files can say: links, pipes, holes. */
  readonly make?: (raw: string) => void;
  readonly settings?: string;
  /** Reasons of the records in audit/rejected, in any order. */
  readonly rejected: readonly Reason[];
  /** Records that come out besides those of good.txt. */
  readonly kept: number;
}

const SENTENCE = 'A good sentence stands here, and it must come out unharmed.';
const line = (n: number): string => JSON.stringify({ id: `d${n}`, text: `${SENTENCE} It is number ${n}.` });
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `${line(i + 1)}\n`).join('');
const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const mixed = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part)));
const next = random(20261121);
const stored = gzipSync(lines(10), { level: 0 });

const GZIP: readonly Hostile[] = [
  {
    name: 'a truncated gzip',
    files: { 'a.jsonl.gz': stored.subarray(0, -40) },
    rejected: ['truncated'],
    kept: 9,
  },
  {
    name: 'a gzip of which only the head is there',
    files: { 'a.jsonl.gz': stored.subarray(0, 5) },
    rejected: ['truncated'],
    kept: 0,
  },
  {
    name: 'gzips one behind the other',
    files: { 'a.jsonl.gz': mixed(gzipSync(lines(2)), gzipSync(`${line(7)}\n`)) },
    rejected: [],
    kept: 3,
  },
  {
    name: 'garbage behind a gzip',
    files: { 'a.jsonl.gz': mixed(gzipSync(lines(2)), 'no gzip at all') },
    rejected: ['corrupt'],
    kept: 2,
  },
  {
    name: 'a gzip with a wrong checksum',
    files: { 'a.jsonl.gz': mixed(stored.subarray(0, -8), bytes('00000000'), stored.subarray(-4)) },
    rejected: ['corrupt'],
    kept: 10,
  },
  {
    name: 'a bomb',
    files: { 'a.jsonl.gz': gzipSync(Buffer.alloc(100 << 20, `${line(1)}\n`.slice(0, 1)), { level: 9 }) },
    rejected: ['inflation'],
    kept: 0,
  },
  {
    name: 'a gzip in a gzip',
    files: { 'a.txt.gz': gzipSync(gzipSync(SENTENCE)) },
    rejected: ['binary'],
    kept: 0,
  },
];

const BYTES: readonly Hostile[] = [
  {
    name: 'random bytes, which as UTF-16 would be characters of many scripts',
    files: { 'a.txt': Buffer.from(Array.from({ length: 2000 }, () => Math.floor(next() * 256))) },
    rejected: ['binary'],
    kept: 0,
  },
  {
    name: 'NULs in a line',
    files: { 'a.txt': 'One\0line with\0 zeros in it, and words.\nA second line of words.' },
    rejected: [],
    kept: 1,
  },
  { name: 'nothing but NULs', files: { 'a.txt': Buffer.alloc(4096) }, rejected: ['binary'], kept: 0 },
  ...Object.entries({
    'a lone continuation byte': '80',
    'an overlong slash': 'c0 af',
    'a surrogate in UTF-8': 'ed a0 80',
    'a code point beyond Unicode': 'f4 90 80 80',
    'a lead byte without its rest': 'e2 82',
    'bytes that UTF-8 never has': 'fe ff fe',
  }).map(([name, hex]): Hostile => ({
    name,
    files: { 'a.txt': mixed(`${SENTENCE} Čau, žluťoučký kůň `, bytes(hex), ' and more of it.\n') },
    rejected: [],
    kept: 1,
  })),
  {
    name: 'lone surrogates by escape',
    files: { 'a.jsonl': String.raw`{"text":"A lone \ud800 half and \udc00 another, in a sentence."}` },
    rejected: [],
    kept: 1,
  },
  {
    name: 'a byte order mark on every line',
    files: { 'a.jsonl': `\ufeff${line(1)}\n\ufeff${line(2)}\n` },
    rejected: [],
    kept: 2,
  },
  {
    name: 'a byte order mark within a text',
    files: { 'a.txt': 'A word\ufeffjoined and more\ufeff words.' },
    rejected: [],
    kept: 1,
  },
  {
    name: 'charsets that change from line to line',
    files: {
      'a.txt': mixed(
        'El niño vivía en la montaña.\n',
        Buffer.from('El niño vivía en la montaña del sur.\n', 'latin1'),
      ),
    },
    rejected: [],
    kept: 1,
  },
];

const deep = (depth: number): string =>
  `{"text":${JSON.stringify(SENTENCE)},"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`;

const JSONS: readonly Hostile[] = [
  {
    name: 'JSON 100,000 deep in a line',
    files: { 'a.jsonl': `${deep(100_000)}\n${line(1)}\n` },
    rejected: [],
    kept: 2,
  },
  {
    name: 'JSON 100,000 deep in a list',
    files: { 'a.json': `[${deep(100_000)},${line(1)}]` },
    rejected: [],
    kept: 2,
  },
  {
    name: 'brackets that never close',
    files: { 'a.json': '['.repeat(200_000) },
    rejected: ['truncated'],
    kept: 0,
  },
  {
    name: 'repeated keys',
    files: { 'a.jsonl': `{"text":"First.","text":${JSON.stringify(SENTENCE)},"n":1,"n":2}` },
    rejected: [],
    kept: 1,
  },
  {
    name: 'names of Object.prototype',
    files: {
      'a.jsonl': `{"__proto__":{"text":"no"},"constructor":{"prototype":1},"text":${JSON.stringify(SENTENCE)},"toString":1}`,
    },
    rejected: [],
    kept: 1,
  },
  {
    name: 'a prototype instead of a text',
    files: { 'a.jsonl': '{"__proto__":{"text":"no"}}' },
    rejected: ['no-text'],
    kept: 0,
  },
  {
    name: 'numbers beyond a double',
    files: { 'a.jsonl': `{"text":${JSON.stringify(SENTENCE)},"n":1e999,"m":12345678901234567890.123456789}` },
    rejected: [],
    kept: 1,
  },
  {
    name: 'trailing commas and comments',
    files: { 'a.jsonl': `{"text":"x",}\n// comment\n${line(1)}\n` },
    rejected: ['invalid-json', 'invalid-json'],
    kept: 1,
  },
  {
    name: 'ids that are paths, lines, zeros, a megabyte, and the same',
    files: {
      'a.jsonl': ['../../etc/passwd', 'a\nb', 'a\0b', 'x'.repeat(1 << 20), 'same', 'same', '', '7']
        .map((id, i) => JSON.stringify({ id, text: `${SENTENCE} It is number ${i}.` }))
        .join('\n'),
    },
    rejected: [],
    kept: 8,
  },
  {
    name: 'a pick that is not there',
    files: { 'a.json': '{"data":[]}' },
    settings: 'input: {json: {pick: data.articles}}',
    rejected: ['no-pick'],
    kept: 0,
  },
  {
    name: 'a list of other things',
    files: { 'a.json': `[1,null,"x",[],${line(1)}]` },
    rejected: ['not-an-object', 'not-an-object', 'not-an-object', 'not-an-object'],
    kept: 1,
  },
];

const TABLES: readonly Hostile[] = [
  {
    name: 'a quote in CSV that never closes',
    files: { 'a.csv': `text,n\n"${SENTENCE}",1\n"cut off,2\nand on,3\n` },
    rejected: ['invalid-csv'],
    kept: 2,
  },
  {
    name: 'ragged rows',
    files: { 'a.csv': `text,n\n${SENTENCE.replace(',', '')},1\none,2,3\ntwo\n` },
    rejected: ['ragged-row', 'ragged-row'],
    kept: 1,
  },
  { name: 'a header alone', files: { 'a.csv': 'text,n\n' }, rejected: [], kept: 0 },
  { name: 'a table without a text', files: { 'a.csv': 'a,b\n1,2\n' }, rejected: ['no-text'], kept: 0 },
];

const PLACES: readonly Hostile[] = [
  { name: 'a loop of links', files: {}, make: raw => { symlinkSync('..', join(raw, 'up')); symlinkSync('self', join(raw, 'self')); }, rejected: [], kept: 0 },
  { name: 'a pipe that nobody writes to', files: {}, make: raw => { execFileSync('mkfifo', [join(raw, 'pipe.txt')]); }, rejected: [], kept: 0 },
  { name: 'a file name with a line end', files: { 'a\nb.txt': SENTENCE }, rejected: [], kept: 1 },
  { name: 'a file name of 255 bytes', files: { [`${'n'.repeat(251)}.txt`]: SENTENCE }, rejected: [], kept: 1 },
  {
    name: 'a file name that is no UTF-8',
    files: {},
    make: raw => {
      const name = mixed(`${raw}/`, bytes('ff fe'), '.txt');
      const file = openSync(name, 'w');
      writeSync(file, SENTENCE);
      closeSync(file);
    },
    rejected: ['unreadable'],
    kept: 0,
  },
  { name: 'a folder that is called like a file', files: {}, make: raw => { mkdirSync(join(raw, 'folder.txt')); }, rejected: [], kept: 0 },
]; // prettier-ignore

const SIZES: readonly Hostile[] = [
  {
    name: 'a record over the limit',
    files: { 'a.jsonl': `${line(1)}\n${JSON.stringify({ text: 'x'.repeat(5000) })}\n${line(2)}\n` },
    settings: 'limits: {record: 1 KiB}',
    rejected: ['too-long'],
    kept: 2,
  },
  {
    name: 'an element over the limit',
    files: { 'a.json': `[${line(1)},${JSON.stringify({ text: 'x'.repeat(5000) })},${line(2)}]` },
    settings: 'limits: {record: 1 KiB}',
    rejected: ['too-long'],
    kept: 2,
  },
  { name: 'a file without an end of line', files: { 'a.jsonl': line(1) }, rejected: [], kept: 1 },
  {
    name: 'an empty file',
    files: { 'a.jsonl': '', 'b.txt': '', 'c.json': '', 'd.csv': '' },
    rejected: ['empty', 'empty'],
    kept: 0,
  },
  { name: 'fifty thousand blank lines', files: { 'a.jsonl': '\r\n'.repeat(50_000) }, rejected: [], kept: 0 },
];

export const HOSTILE: readonly Hostile[] = [...GZIP, ...BYTES, ...JSONS, ...TABLES, ...PLACES, ...SIZES];
