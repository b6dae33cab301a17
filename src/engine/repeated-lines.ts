import { siteOf } from '../core/host.js';
import { utf16Counter } from '../core/offsets.js';
import type { Edit, Skipped } from '../core/document.js';
import { furniture, type HostCounts } from '../settle/furniture.js';
import { linesOf } from '../settle/lines.js';
import type { RepeatRules } from '../strip/repeat-rules.js';
import type { CleanRecord } from '../write/record-schema.js';
import type { TextDecisions } from './decisions.js';
import type { Before, Stored } from './put-back.js';
import { takeOut } from './take-out.js';

/** The headline of what is left of a text, as the rules find it; '' where there is none. `skip` are lines that are none. */
export type FindHeadline = (
  text: string,
  about: { readonly lang: string; readonly url: string; readonly skip: ReadonlySet<string> },
) => string;

/**
 * Takes out the lines that repeat on the record's host. A title that was found in the text and stands on most pages is
 * the masthead of the site: it goes like other lines, and the headline below it names the document.
 * @param headline finds a title; undefined where the record brought its own.
 */
export function withoutRepeats(
  stored: Stored,
  decisions: TextDecisions,
  repeats: RepeatRules,
  headline: FindHeadline | undefined,
): Amended {
  const { text, metadata } = stored.record;
  const host = siteOf(metadata.url, metadata.path);
  const documents = decisions.hosts[host] ?? 0;
  if (host === '' || documents === 0) return { after: stored };
  const holding = (key: number): number => decisions.lines[String(key)] ?? 0;
  const about = { lang: metadata.lang, site: host };
  const counts = { host, documents, holding, isKept: repeats.keeper(text, about) };
  const rules = repeats.rulesFor(text, about);
  const without = (edits: readonly Edit[]): Amended =>
    takeOut(
      stored,
      edits.map(edit => namedByHost(edit, host)),
      'repeat',
    );
  if (headline && isMasthead(metadata.title, counts)) {
    const skip = captionsOf(stored.record).add(metadata.title);
    const below = headline(text, { lang: metadata.lang, url: metadata.url, skip });
    const { edits, skipped } = furniture(text, isNumbered(below) ? below : '', counts, rules);
    if (edits.length > 0) return heldBack(named(without(edits), headline), stored, skipped);
  }
  const { edits, skipped } = furniture(text, metadata.title, counts, rules);
  return heldBack(without(edits), stored, skipped);
}

/** The rules for any host are one for each host to whoever reads the audit; those for certain hosts have names of their own. */
function namedByHost(edit: Edit, host: string): Edit {
  if (!edit.by.startsWith(USUAL)) return edit;
  return { ...edit, by: USUAL + host, note: `${edit.note ?? ''} (${edit.by})` };
}

/** The file of the rules that limpia brings. */
const USUAL = 'repeat/';

/** A record that lines went from, and what it was before; left out where nothing is to be remembered. */
export interface Amended {
  readonly after: Stored;
  readonly before?: Before;
}

/** Remembers which rules a limit held back, so that they can be counted and taken out of the counts again. */
function heldBack({ after, before }: Amended, was: Stored, skipped: readonly Skipped[]): Amended {
  const { id, metadata } = was.record;
  const known = before ?? { id, stage: 'repeat', metadata, suspects: was.edits?.suspects ?? [] };
  if (skipped.length > 0) return { after, before: { ...known, heldBack: skipped.map(({ by }) => by) } };
  return before ? { after, before } : { after };
}

/** Lines with other numbers count as the same: so headlines of a series do, and are headlines all the same. */
function isNumbered(line: string): boolean {
  return /\p{Nd}/u.test(line);
}

function isMasthead(title: string, { host, documents, holding }: HostCounts): boolean {
  if (isNumbered(title)) return false;
  const key = linesOf(title, host)[0]?.key;
  return key !== undefined && 2 * holding(key) >= documents;
}

function named({ after, ...rest }: Amended, headline: FindHeadline): Amended {
  const { record } = after;
  const { metadata, text } = record;
  if (text.split('\n').includes(metadata.title)) return { after, ...rest };
  const { lang, url } = metadata;
  const title = headline(text, { lang, url, skip: captionsOf(record) });
  return { ...rest, after: { ...after, record: { ...record, metadata: { ...metadata, title } } } };
}

function captionsOf({ text, metadata }: CleanRecord): Set<string> {
  const unitsAt = utf16Counter(text);
  const places = metadata.paragraphs.map(
    ({ start, end, kind }) => [kind, unitsAt(start), unitsAt(end)] as const,
  );
  return new Set(
    places.flatMap(([kind, start, end]) => (kind === 'caption' ? [text.slice(start, end)] : [])),
  );
}
