import type { Config } from '../config/schema.js';
import type { Document, Source } from '../core/document.js';
import type { RunRules } from '../strip/compile-checked.js';
import { loadPipeline } from './load-pipeline.js';

/** A line that stands in the clean text because `accept.txt` names it, and the rule that would have taken it. */
export interface Accepted {
  readonly line: string;
  readonly by: string;
}

/** What `accept.txt` kept in a document: the same document cleaned without it tells. */
export function acceptedLines(
  { files, accept }: RunRules,
  config: Config,
  source: Source,
  { text }: Document,
): Accepted[] {
  const lines = new Set(text.split('\n'));
  const there = [...new Set(accept)].filter(line => lines.has(line));
  if (there.length === 0) return [];
  const free = loadPipeline({ files, accept: [] }, config).clean(source);
  const edits = free.layers.flatMap(layer => layer.edits);
  return there.flatMap(line => {
    const taker = edits.find(({ removed }) => removed.split('\n').includes(line));
    return taker === undefined ? [] : [{ line, by: taker.by }];
  });
}
