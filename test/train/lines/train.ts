/**
 * Derives src/strip/lines/model-data.ts from labelled pages in the form of eval/boilerplate:
 *
 *     xz -dc train.jsonl.xz | node .build/train/lines/train.js > src/strip/lines/model-data.ts
 *     xz -dc train.jsonl.xz | node .build/train/lines/train.js --validate
 *
 * The second only prints what the model does to pages of domains it has not seen, by five-fold cross-validation.
 * Labels come from article bodies that a language model drafted, so that some pages are labelled by what it left out.
 * Pages whose labels contradict what the other pages teach are left out of the second forest's training, as in confident
 * learning (2021). It is trained on scores of pages that the first forest has not seen.
 *
 * Only figures go into the output. The same input gives the same bytes.
 */
import { argv, stderr, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { render } from './encode.js';
import { learn } from './learn.js';
import { type Page, pageOf, type Row } from './pages.js';
import { validate } from './validate.js';

async function main(): Promise<void> {
  const pages: Page[] = [];
  for await (const line of createInterface({ input: stdin })) pages.push(pageOf(JSON.parse(line) as Row));
  if (argv.includes('--validate')) validate(pages);
  else stdout.write(render(learn(pages, message => stderr.write(`${message}\n`))));
}

await main();
