import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureNode, median, type Usage } from './measure.js';
import { benchTexts } from './settle-peers.js';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const SETTINGS = {
  'everything on': '',
  'no repeated lines': 'repeat: {on: false}\n',
  'no duplicates': 'duplicates: {exact: false, near: false}\n',
  neither: 'repeat: {on: false}\nduplicates: {exact: false, near: false}\n',
  'paragraphs as well': 'duplicates: {paragraphs: keep-first}\n',
};

/** What of the processor time of `limpia clean` goes to what only the whole corpus can tell: runs with and without it. */
export function benchShare(runs: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));
  try {
    mkdirSync(join(folder, 'raw'));
    const texts = benchTexts();
    const lines = texts.map(
      (text, i) => `${JSON.stringify({ ...text, url: `https://site-${i % 97}.example/${i}` })}\n`,
    );
    writeFileSync(join(folder, 'raw/corpus.jsonl'), lines.join(''));
    const used = new Map<string, Usage[]>();
    for (let run = 0; run < runs; run++)
      for (const [name, settings] of Object.entries(SETTINGS)) {
        mkdirSync(join(folder, 'rules'), { recursive: true });
        writeFileSync(join(folder, 'rules/pipeline.yml'), settings);
        rmSync(join(folder, 'clean'), { recursive: true, force: true });
        const usage = measureNode([CLI, 'clean', '--workers', '1', '--accept', '--quiet'], { cwd: folder });
        used.set(name, [...(used.get(name) ?? []), usage]);
      }
    const time = (name: string): number => median((used.get(name) ?? []).map(({ seconds }) => seconds));
    console.log(`\n| limpia clean, ${texts.length} documents | CPU s | above neither | peak MB |`);
    console.log('| --- | --- | --- | --- |');
    for (const [name, all] of used) {
      const share = (time(name) - time('neither')) / time(name);
      const memory = Math.max(...all.map(usage => usage.memory)) / 1e6;
      console.log(
        `| ${name} | ${time(name).toFixed(1)} | ${(100 * share).toFixed(0)} % | ${memory.toFixed(0)} |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
