import type { Level } from '../core/document.js';
import { apply } from '../core/edits.js';
import { siteOf } from '../core/host.js';
import { NO_CONTEXT, type StageResult } from '../core/stage.js';
import { memoryBins } from '../settle/bins.js';
import { furniture, type Furniture, type HostCounts, NO_FURNITURE } from '../settle/furniture.js';
import { lineKeys } from '../settle/lines.js';
import type { Often } from '../core/repeat.js';
import { countRepeats, type LineRow } from '../settle/repeats.js';
import type { RepeatRules } from '../strip/repeat-rules.js';
import type { RuleSet } from '../strip/rule-set.js';
import { stripStage } from '../strip/stage.js';
import type { Tried } from './try.js';

/** A document of the sample and what the rules leave of it. */
export interface Stripped {
  readonly document: Tried;
  readonly text: string;
  readonly title: string;
}

/** What the rules leave of a sample, as far as one pass takes them. */
export function strippedBy(ruleSet: RuleSet, sample: readonly Tried[], level: Level): Stripped[] {
  const stage = stripStage(ruleSet);
  return sample.map(document =>
    strippedAs(document, stage.run(document.text, { ...NO_CONTEXT, ...document, level })),
  );
}

export function strippedAs(
  document: Tried,
  { edits, fields }: Pick<StageResult, 'edits' | 'fields'>,
): Stripped {
  const title = document.fields.title || (fields?.title ?? '');
  return { document, text: apply(document.text, edits), title };
}

/** Where a document is from, as rules of kind repeat name it. */
export function siteIn({ fields, place }: Tried): string {
  return siteOf(fields.url, place);
}

/** How often lines stand on the hosts of a sample; undefined for documents of hosts with too few of them. */
export function sampleCounts(
  sample: readonly Stripped[],
  least: Often,
): (one: Stripped) => HostCounts | undefined {
  const rows: LineRow[] = sample.flatMap(({ document, text }) => {
    const host = siteIn(document);
    return host === '' ? [] : [{ host, ...lineKeys(text, host) }];
  });
  const { documents, holding } = countRepeats(() => rows, least, memoryBins);
  return ({ document }) => {
    const host = siteIn(document);
    const count = host === '' ? 0 : documents(host);
    return count === 0 ? undefined : { host, documents: count, holding };
  };
}

/** The lines of each text that repeat on its host, as a run over this sample would take them out. */
export function repeatsIn(sample: readonly Stripped[], rules: RepeatRules): Furniture[] {
  const { least, leastOn } = rules;
  if (!least) return sample.map(() => NO_FURNITURE);
  const isMeant = ({ document }: Stripped): boolean => leastOn(siteIn(document)) !== undefined;
  const countsOf = sampleCounts(sample.filter(isMeant), least);
  return sample.map(one => {
    const counts = isMeant(one) ? countsOf(one) : undefined;
    return counts ? repeatsOf(one, counts, rules) : NO_FURNITURE;
  });
}

export function repeatsOf(
  { document, text, title }: Stripped,
  counts: HostCounts,
  rules: RepeatRules,
): Furniture {
  const about = { lang: document.lang, site: counts.host };
  const isKept = rules.keeper(text, about);
  return furniture(text, title, { ...counts, isKept }, rules.rulesFor(text, about));
}
