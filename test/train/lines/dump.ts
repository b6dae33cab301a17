/**
 * `node .build/train/lines/dump.js lines|features`, JSON Lines on stdin. `lines` cleans each `text` by the rules alone
 * and prints the lines that are left; `features` prints the features of each of `lines` as 32-bit floats, row by row.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';

interface Page {
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** A module of the built program that is none of its public doors. */
const internal = (path: string): Promise<unknown> => import(join(import.meta.dirname, '../../../dist', path));

const { lineFeatures } = (await internal('strip/lines/features.js')) as {
  lineFeatures: (lines: readonly string[]) => Float32Array[];
};
const { loadPipeline } = (await internal('engine/load-pipeline.js')) as {
  loadPipeline: (rules: string, config: object) => { clean: (source: object) => { text: string } };
};
const { DEFAULT_CONFIG } = (await internal('config/schema.js')) as { DEFAULT_CONFIG: object };
const { NO_FIELDS } = (await internal('core/document.js')) as { NO_FIELDS: object };

const { clean } = loadPipeline('', { ...DEFAULT_CONFIG, level: 'full', off: ['any/unnamed'] });

function linesOf({ text, url }: Page): string[] {
  const origin = { path: '', offset: 0, length: 0 };
  const source = { ownId: '', origin, charset: 'utf-8', sha256: '', text, fields: { ...NO_FIELDS, url }, extra: '{}' };
  return clean(source).text.split('\n').filter(line => line !== '');
}

async function print(chunk: string | Uint8Array): Promise<void> {
  if (!stdout.write(chunk)) await once(stdout, 'drain');
}

const [, , what] = process.argv;
for await (const row of createInterface({ input: stdin })) {
  const page = JSON.parse(row) as Page;
  if (what === 'lines') await print(`${JSON.stringify({ id: page.id, lines: linesOf(page) })}\n`);
  else for (const features of lineFeatures(page.lines)) await print(Buffer.from(features.buffer));
}
