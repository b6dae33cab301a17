import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { random } from '../support/random.js';
import { LANGUAGES, sentence } from './languages.js';

const FURNITURE = [
  'Advertisement',
  'Share on Facebook',
  'Subscribe to our newsletter',
  'No Script',
  'Publicidad',
  'folder_openLocal News access_time3 hours ago',
  'More in Politics',
  'Compartir en Facebook',
  'Lire aussi',
  'Suivez-nous sur Twitter',
  'Читайте также',
  'Weiterlesen',
  'All rights reserved.',
];

/** How often each kind of damage strikes a paragraph. */
const PARAGRAPHS = { furniture: 0.1, foreign: 0.02, entities: 0.05, mojibake: 0.03, spaces: 0.1 };
/** How often a document is an earlier one again, as it was or with a paragraph changed. */
const COPIES = { exact: 0.02, near: 0.03 };
/** How many of the last documents may be copied. */
const REMEMBERED = 1000;
const MISREAD = ['windows-1252', 'windows-1252', 'gbk', 'windows-1251'] as const;

export interface Made {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly views: number;
}

/**
 * Documents of some 3 KB in 26 languages, English the most frequent, with cruft, damage and copies at these rates; the
 * same for the same seed.
 */
export function* corpus(seed = 20261121): Generator<Made, never, undefined> {
  const next = random(seed);
  const recent: (readonly string[])[] = [];
  for (let i = 0; ; i++) {
    const copied = recent[Math.floor(next() * recent.length)];
    const what = next();
    const language = Math.floor(next() ** 2 * LANGUAGES);
    let paragraphs: readonly string[];
    if (copied && what < COPIES.exact) paragraphs = copied;
    else if (copied && what < COPIES.exact + COPIES.near)
      paragraphs = copied.with(Math.floor(next() * copied.length), paragraph(next, language));
    else
      paragraphs = Array.from({ length: 3 + Math.floor(next() ** 2 * 14) }, () => paragraph(next, language));
    recent[i % REMEMBERED] = paragraphs;
    yield {
      id: `doc-${i}`,
      url: `https://site-${i % 397}.example/${i}`,
      title: sentence(next, language, 6),
      text: paragraphs.join('\n\n'),
      views: i * 7,
    };
  }
}

/** Documents of about so many bytes in all, in JSON Lines. */
export function writeCorpus(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  let written = 0;
  for (const document of corpus()) {
    written += writeSync(file, `${JSON.stringify(document)}\n`);
    if (written >= bytes) break;
  }
  closeSync(file);
}

/** The first UTF-16 units of each text in a file of its own, a hundred to a folder, and all of them in `same`, a JSONL. */
export function writeFiles(folder: string, count: number, length: number, same: string): void {
  const file = openSync(same, 'w');
  let i = 0;
  for (const document of corpus()) {
    const below = join(folder, String(Math.floor(i / 100)).padStart(4, '0'));
    if (i % 100 === 0) mkdirSync(below, { recursive: true });
    const text = document.text.slice(0, length);
    writeFileSync(join(below, `${i}.txt`), text);
    writeSync(file, `${JSON.stringify({ text })}\n`);
    if (++i === count) break;
  }
  closeSync(file);
}

function paragraph(next: () => number, documents: number): string {
  if (next() < PARAGRAPHS.furniture) return FURNITURE[Math.floor(next() * FURNITURE.length)] ?? '';
  const language = next() < PARAGRAPHS.foreign ? Math.floor(next() * LANGUAGES) : documents;
  const length = 2 + Math.floor(next() * 4);
  let text = Array.from({ length }, () => sentence(next, language, 8 + Math.floor(next() * 16))).join(' ');
  if (next() < PARAGRAPHS.entities) text = text.replace(' ', ' &amp; ').replace(' ', ' &quot;');
  if (next() < PARAGRAPHS.mojibake) text = misread(next, text);
  if (next() < PARAGRAPHS.spaces) text = `${text.replace(' ', '\u00a0')}  `;
  return text;
}

/** UTF-8 read as another charset. */
function misread(next: () => number, text: string): string {
  return iconv.decode(Buffer.from(text, 'utf8'), MISREAD[Math.floor(next() * MISREAD.length)] ?? 'gbk');
}
