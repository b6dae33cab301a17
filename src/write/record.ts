import type { Document, Paragraph } from '../core/document.js';
import { codePointCounter, codePointLength } from '../core/offsets.js';

/** Raised with every change of the record's shape; stands in the card and the manifest. */
export const SCHEMA_VERSION = 1;

/**
 * A kept document as one line of `data/`, without its line end. Every key is always there, with the same type;
 * floats carry a decimal point, or Hugging Face datasets would infer integers from the first rows.
 */
export function recordLine(id: string, document: Document): string {
  const { source, text, fields, tags, layers } = document;
  const q = JSON.stringify;
  const edits = layers.reduce((sum, layer) => sum + layer.edits.length, 0);
  return (
    `{"id":${q(id)},"text":${q(text)},"source":${q(fields.source)},"added":${q(fields.added)},"created":${q(fields.created)},` +
    `"metadata":{"url":${q(fields.url)},"title":${q(fields.title)},"byline":${q(fields.byline)},` +
    `"lang":${q(tags.lang)},"lang_score":${float(tags.score)},"script":${q(tags.script)},` +
    `"paragraphs":${paragraphList(text, tags.paragraphs)},"lang_by":${q(tags.by)},"langs":${q(shareList(tags.shares))},` +
    `"charset":${q(source.charset)},"charset_score":${float(source.charsetScore ?? 1)},"path":${q(source.origin.path)},"offset":${source.origin.offset},"raw_sha256":${q(source.sha256)},` +
    `"chars":${codePointLength(text)},"edits":${edits},"dropped_chars":${droppedChars(document)},"extra":${q(extraOf(document))}}}`
  );
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
