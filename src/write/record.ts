import type { Document, Paragraph } from '../core/document.js';
import { members } from '../core/members.js';
import { codePointCounter, codePointLength } from '../core/offsets.js';
import { METADATA_KEYS, type MetadataKey } from './record-schema.js';

/** What documents keep; the rest goes to the audit. */
export interface Keep {
  readonly metadata: readonly MetadataKey[];
  /** Names of the input's other fields that `extra` keeps. */
  readonly extra: 'all' | readonly string[];
}

export const KEEP_ALL: Keep = { metadata: METADATA_KEYS, extra: 'all' };

export interface RecordLines {
  /** A line of `data/`, without its line end. */
  readonly data: string;
  /** A line of `audit/fields/`: the `metadata` that the document does not keep. */
  readonly left: string | undefined;
}

const q = JSON.stringify;

/** Each field of the metadata as JSON. */
const METADATA: { readonly [K in MetadataKey]: (document: Document) => string } = {
  url: ({ fields }) => q(fields.url),
  title: ({ fields }) => q(fields.title),
  byline: ({ fields }) => q(fields.byline),
  lang: ({ tags }) => q(tags.lang),
  lang_score: ({ tags }) => float(tags.score),
  script: ({ tags }) => q(tags.script),
  paragraphs: ({ text, tags }) => paragraphList(text, tags.paragraphs),
  lang_by: ({ tags }) => q(tags.by),
  langs: ({ tags }) => q(shareList(tags.shares)),
  charset: ({ source }) => q(source.charset),
  charset_score: ({ source }) => float(source.charsetScore ?? 1),
  path: ({ source }) => q(source.origin.path),
  offset: ({ source }) => String(source.origin.offset),
  raw_sha256: ({ source }) => q(source.sha256),
  chars: ({ text }) => String(codePointLength(text)),
  edits: ({ layers }) => String(layers.reduce((sum, layer) => sum + layer.edits.length, 0)),
  dropped_chars: document => String(droppedChars(document)),
  extra: document => q(extraOf(document)),
};

/**
 * A kept document as a line of `data/`, in the order of `recordSchema`. Every key that is kept is always there, with
 * the same type; floats carry a decimal point, or Hugging Face datasets would infer integers from the first rows.
 */
export function recordLines(id: string, document: Document, keep: Keep = KEEP_ALL): RecordLines {
  const { text, fields, source } = document;
  const kept: string[] = [];
  const left: string[] = [];
  for (const key of METADATA_KEYS) {
    const whole = `"${key}":${METADATA[key](document)}`;
    if (!keep.metadata.includes(key)) left.push(whole);
    else if (key !== 'extra' || keep.extra === 'all') kept.push(whole);
    else {
      const narrowed = `"extra":${q(narrow(extraOf(document), keep.extra))}`;
      kept.push(narrowed);
      if (narrowed !== whole) left.push(whole);
    }
  }
  const { path, offset } = source.origin;
  return {
    data:
      `{"id":${q(id)},"text":${q(text)},"source":${q(fields.source)},"added":${q(fields.added)},"created":${q(fields.created)},` +
      `"metadata":{${kept.join(',')}}}`,
    left:
      left.length === 0
        ? undefined
        : `{"id":${q(id)},"path":${q(path)},"offset":${offset},"metadata":{${left.join(',')}}}`,
  };
}

/** The members of a JSON object that have one of these names, as they stand there. */
function narrow(extra: string, names: readonly string[]): string {
  const raw = members(extra).filter(({ key }) => names.includes(key));
  return `{${raw.map(member => member.raw).join(',')}}`;
}

/** A title that was repaired stands in `extra` as it was: only the text's edits are in the audit trail. */
function extraOf({ source, fields }: Document): string {
  const { extra } = source;
  if (source.fields.title === '' || source.fields.title === fields.title) return extra;
  const member = `"title":${JSON.stringify(source.fields.title)}`;
  return extra === '{}' ? `{${member}}` : `{${member},${extra.slice(1)}`;
}

function paragraphList(text: string, paragraphs: readonly Paragraph[]): string {
  const at = codePointCounter(text);
  const items = paragraphs.map(
    ({ start, end, lang, score, kind }) =>
      `{"start":${at(start)},"end":${at(end)},"lang":"${lang}","lang_score":${float(score)},"kind":"${kind}"}`,
  );
  return `[${items.join(',')}]`;
}

function shareList(shares: Document['tags']['shares']): string {
  return shares.map(([lang, share]) => `${lang}:${share.toFixed(2)}`).join(' ');
}

/** Code points that the rules took out of the text. */
function droppedChars({ layers }: Document): number {
  let sum = 0;
  for (const { stage, edits } of layers) {
    if (stage !== 'strip') continue;
    for (const { removed, insert } of edits)
      sum += Math.max(0, codePointLength(removed) - codePointLength(insert));
  }
  return sum;
}

function float(value: number): string {
  const text = String(Math.round(value * 1e4) / 1e4);
  return text.includes('.') ? text : `${text}.0`;
}
