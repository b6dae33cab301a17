import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyLanguage, tagDocument } from 'limpia';
import { nodePeers } from '../support/language-peers.js';
import { random } from '../support/random.js';
import { LANGUAGES, sentence } from './languages.js';
import { median, table } from './measure.js';

/**
 * `npm run bench -- language [--runs N]`: tagging side by side with eld and franc on the same texts in the same process,
 * runs in turn, medians of processor time. Documents are of sentences of the bench's corpus; limpia tags each of their
 * paragraphs besides, the others say one language of the whole.
 */
const DOCUMENTS = 800;
const DOCUMENT_BYTES = 3000;
const PARAGRAPHS = 4000;
/** UTF-16 units of a paragraph by itself. */
const SIZE = 200;
/** Slow tools see so many of the texts. */
const LEAST_TEXTS = 60;

type Run = (texts: readonly string[]) => void;

export async function benchLanguage(runs: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  try {
    const others = [...(await nodePeers(folder))].map(([name, identify]) => [name, each(identify)] as const);
    const documents = new Map<string, Run>([['limpia', each(text => tagDocument(text))], ...others]);
    const paragraphs = new Map<string, Run>([['limpia', each(text => identifyLanguage(text))], ...others]);
    return [
      report('documents of 3 KB; limpia: every paragraph', documentsOf(), documents, runs),
      report('paragraphs of 200 characters', paragraphsOf(), paragraphs, runs),
    ].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function each(identify: (text: string) => unknown): Run {
  return texts => {
    for (const text of texts) identify(text);
  };
}

/** Of one language each, in paragraphs of 100 to 600 characters, as they are when repair has done its work. */
function documentsOf(): string[] {
  const next = random(20261122);
  return Array.from({ length: DOCUMENTS }, () => {
    const language = Math.floor(next() ** 2 * LANGUAGES);
    const paragraphs: string[] = [];
    for (let bytes = 0; bytes < DOCUMENT_BYTES;) {
      const paragraph = paragraphOf(next, language, 100 + Math.floor(next() * 500));
      paragraphs.push(paragraph);
      bytes += Buffer.byteLength(paragraph);
    }
    return paragraphs.join('\n\n');
  });
}

function paragraphsOf(): string[] {
  const next = random(20261123);
  return Array.from({ length: PARAGRAPHS }, () =>
    paragraphOf(next, Math.floor(next() ** 2 * LANGUAGES), SIZE).slice(0, SIZE),
  );
}

function paragraphOf(next: () => number, language: number, length: number): string {
  const sentences: string[] = [];
  for (let written = 0; written < length;) {
    const one = sentence(next, language, 8 + Math.floor(next() * 12));
    sentences.push(one);
    written += one.length + 1;
  }
  // Texts that are read from a file are of one piece, as this makes them.
  return Buffer.from(sentences.join(' ')).toString();
}

function report(
  kind: string,
  texts: readonly string[],
  tools: ReadonlyMap<string, Run>,
  runs: number,
): string {
  const rates = new Map<string, number[]>([...tools.keys()].map(name => [name, []]));
  for (let run = 0; run <= runs; run++)
    for (const [name, work] of tools) {
      const some = name.startsWith('franc') ? texts.slice(0, LEAST_TEXTS) : texts;
      const before = process.cpuUsage();
      work(some);
      const { user, system } = process.cpuUsage(before);
      // The first run warms up.
      if (run > 0) rates.get(name)?.push(Buffer.byteLength(some.join('')) / (user + system));
    }
  const rateOf = (name: string): number => median(rates.get(name) ?? []);
  return table(
    [kind, 'MB a second', 'limpia is faster by'],
    [...tools.keys()].map(name => [
      name,
      rateOf(name).toFixed(1),
      (rateOf('limpia') / rateOf(name)).toFixed(1),
    ]),
  );
}
