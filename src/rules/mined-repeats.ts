import { apply } from '../core/edits.js';
import { siteOf } from '../core/host.js';
import { memoryBins } from '../settle/bins.js';
import { furniture } from '../settle/furniture.js';
import { lineKeys } from '../settle/lines.js';
import { countRepeats, type LineRow, type RepeatOptions } from '../settle/repeats.js';
import type { Tried } from './try.js';

/** A document of the sample and what the rules leave of it. */
export interface Stripped {
  readonly document: Tried;
  readonly text: string;
  readonly title: string;
}

/** What is left of each text without the lines that repeat on its host, as a run over this sample would take them out. */
export function withoutRepeats(sample: readonly Stripped[], options: RepeatOptions): string[] {
  const hostOf = ({ document: { fields, place } }: Stripped): string => siteOf(fields.url, place);
  const rows: LineRow[] = sample.flatMap(one => {
    const host = hostOf(one);
    return host === '' ? [] : [{ host, ...lineKeys(one.text, host) }];
  });
  const repeats = countRepeats(() => rows, options, memoryBins);
  return sample.map(one => {
    const host = hostOf(one);
    const documents = host === '' ? 0 : repeats.documents(host);
    if (documents === 0) return one.text;
    return apply(one.text, furniture(one.text, one.title, { host, documents, holding: repeats.holding }));
  });
}
