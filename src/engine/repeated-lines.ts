import { siteOf } from '../core/host.js';
import { utf16Counter } from '../core/offsets.js';
import { furniture, type HostCounts } from '../settle/furniture.js';
import { linesOf } from '../settle/lines.js';
import type { CleanRecord } from '../write/record-schema.js';
import type { TextDecisions } from './decisions.js';
import type { Before, Stored } from './put-back.js';
import { takeOut } from './take-out.js';

/** The headline of what is left of a text, as the rules find it; '' where there is none. `skip` are lines that are none. */
export type FindHeadline = (
  text: string,
  about: { readonly lang: string; readonly url: string; readonly skip: ReadonlySet<string> },
) => string;

/** Whether somebody forbids to take a line of a text. */
export type KeepLine = (
  text: string,
  about: { readonly lang: string; readonly url: string },
) => (line: string) => boolean;

/**
 * Takes out the lines that repeat on the record's host. A title that was found in the text and stands on most pages is
 * the masthead of the site: it goes like other lines, and the headline below it names the document.
 * @param headline finds a title; undefined where the record brought its own.
 */
export function withoutRepeats(
  stored: Stored,
  decisions: TextDecisions,
  keeps: KeepLine,
  headline: FindHeadline | undefined,
): { after: Stored; before?: Before } {
  const { text, metadata } = stored.record;
  const host = siteOf(metadata.url, metadata.path);
  const documents = decisions.hosts[host] ?? 0;
  if (host === '' || documents === 0) return { after: stored };
  const holding = (key: number): number => decisions.lines[String(key)] ?? 0;
  const counts = { host, documents, holding, isKept: keeps(text, metadata) };
  if (headline && isMasthead(metadata.title, counts)) {
    const gone = furniture(text, '', counts);
    if (gone.length > 0) return named(takeOut(stored, gone, 'repeat'), headline);
  }
  return takeOut(stored, furniture(text, metadata.title, counts), 'repeat');
}

function isMasthead(title: string, { host, documents, holding }: HostCounts): boolean {
  const key = linesOf(title, host)[0]?.key;
  return key !== undefined && 2 * holding(key) >= documents;
}

function named(
  { after, ...rest }: { after: Stored; before?: Before },
  headline: FindHeadline,
): { after: Stored; before?: Before } {
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
