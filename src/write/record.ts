import type { Document } from '../core/document.js';
import { members } from '../core/members.js';
import { codePointCounter, codePointLength } from '../core/offsets.js';
import { METADATA_KEYS, type MetadataKey } from './metadata-keys.js';
import type { CleanRecord } from './record-schema.js';

/** What documents keep; the rest goes to the audit. */
export interface Keep {
  readonly metadata: readonly MetadataKey[];
  /** Names of the input's other fields that `extra` keeps. */
  readonly extra: 'all' | readonly string[];
}

export const KEEP_ALL: Keep = { metadata: METADATA_KEYS, extra: 'all' };

export interface RecordLines {
  /** A line of `data/` in pieces, without its line end: put together it would be copied once more. */
  readonly data: readonly string[];
  /** A line of `audit/fields/`: the `metadata` that the document does not keep. */
  readonly left: string | undefined;
}

const q = JSON.stringify;

type Metadata = CleanRecord['metadata'];

/** The fields of the metadata that are not simply JSON. */
const AS_JSON: { readonly [K in MetadataKey]?: (metadata: Metadata) => string } = {
  lang_score: metadata => float(metadata.lang_score),
  charset_score: metadata => float(metadata.charset_score),
  paragraphs: metadata => paragraphList(metadata.paragraphs),
};

/** A kept document as a record. */
export function recordOf(id: string, document: Document): CleanRecord {
  const { source, text, fields, tags, layers } = document;
  const at = codePointCounter(text);
  const { url, title, byline, section, added, created } = fields;
  return {
    id,
    text,
    source: fields.source,
    added,
    created,
    metadata: {
      url,
      title,
      byline,
      section,
      lang: tags.lang,
      lang_score: tags.score,
      script: tags.script,
      paragraphs: tags.paragraphs.map(({ start, end, lang, score, kind }) => ({
        start: at(start),
        end: at(end),
        lang,
        lang_score: score,
        kind,
      })),
      lang_by: tags.by,
      langs: shareList(tags.shares),
      charset: source.charset,
      charset_score: source.charsetScore ?? 1,
      path: source.origin.path,
      offset: source.origin.offset,
      raw_sha256: source.sha256,
      chars: codePointLength(text),
      edits: layers.reduce((sum, layer) => sum + layer.edits.length, 0),
      dropped_chars: droppedChars(document),
      extra: extraOf(document),
    },
  };
}

/**
 * A record as a line of `data/`, in the order of `recordSchema`. Every key that is kept is always there, with
 * the same type; floats carry a decimal point, or Hugging Face datasets would infer integers from the first rows.
 */
export function recordLines(record: CleanRecord, keep: Keep = KEEP_ALL): RecordLines {
  const { id, text, source, added, created, metadata } = record;
  const kept: string[] = [];
  const left: string[] = [];
  for (const key of METADATA_KEYS) {
    const whole = `"${key}":${AS_JSON[key]?.(metadata) ?? q(metadata[key])}`;
    if (!keep.metadata.includes(key)) left.push(whole);
    else if (key !== 'extra' || keep.extra === 'all') kept.push(whole);
    else {
      const narrowed = `"extra":${q(narrow(metadata.extra, keep.extra))}`;
      kept.push(narrowed);
      if (narrowed !== whole) left.push(whole);
    }
  }
  const { path, offset } = metadata;
  return {
    data: [
      `{"id":${q(id)},"text":`,
      q(text),
      `,"source":${q(source)},"added":${q(added)},"created":${q(created)},"metadata":{${kept.join(',')}}}`,
    ],
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

function paragraphList(paragraphs: Metadata['paragraphs']): string {
  const items = paragraphs.map(
    ({ start, end, lang, lang_score: score, kind }) =>
      `{"start":${start},"end":${end},"lang":"${lang}","lang_score":${float(score)},"kind":"${kind}"}`,
  );
  return `[${items.join(',')}]`;
}

/** `eng:0.83 spa:0.17` */
export function shareList(shares: Document['tags']['shares']): string {
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
