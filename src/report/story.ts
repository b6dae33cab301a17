import type { Document, Fields, Layer } from '../core/document.js';
import { recordId } from '../core/hash.js';
import { undoFile } from '../write/audit.js';
import type { Dropped, Duplicate, Kept, Rejected } from '../restore/output.js';

/** What happened to one record, from the decoded original to the verdict. Offsets are UTF-16 code units. */
export type Story =
  | {
      readonly fate: 'kept' | 'duplicate' | 'dropped';
      readonly id: string;
      readonly path: string;
      readonly offset: number;
      readonly charset: string;
      readonly original: string;
      readonly layers: readonly Layer[];
      readonly text: string;
      readonly fields: Partial<Fields>;
      readonly tags: StoryTags | undefined;
      /** Why it is not in `data/`; '' when it is. */
      readonly reason: string;
      readonly suspects: readonly { readonly text: string; readonly by: string; readonly note: string }[];
      readonly skipped: Document['skipped'];
      /** Lines that stay because the user's accept list names them: where, and what would have taken them. */
      readonly accepted: readonly { readonly line: string; readonly by: string; readonly place: string }[];
      /** What else there is to know; '' for nothing. */
      readonly remark: string;
    }
  | {
      readonly fate: 'rejected';
      readonly id: string;
      readonly path: string;
      readonly offset: number;
      readonly length: number;
      readonly reason: string;
      readonly error: string;
    };

export interface StoryTags {
  readonly lang: string;
  readonly score: number;
  readonly script: string;
  readonly by: string;
  readonly paragraphs: readonly {
    readonly text: string;
    readonly lang: string;
    readonly score: number;
    readonly kind: string;
  }[];
}

/** The story of a record that was read. */
export type Told = Exclude<Story, { readonly fate: 'rejected' }>;

function dropReason(reason: string, by: string, evidence: string): string {
  return `${reason}, by ${by}: ${evidence}`;
}

/** The story of a document that has just been cleaned. */
export function storyOfDocument({
  source,
  text,
  layers,
  fields,
  tags,
  verdict,
  suspects,
  skipped,
}: Document): Told {
  const { path, offset } = source.origin;
  return {
    fate: verdict.action === 'drop' ? 'dropped' : 'kept',
    id: source.ownId || recordId(path, offset),
    path,
    offset,
    charset: source.charset,
    original: source.text,
    layers,
    text,
    fields,
    tags: {
      ...tags,
      paragraphs: tags.paragraphs.map(({ start, end, ...rest }) => ({
        text: text.slice(start, end),
        ...rest,
      })),
    },
    reason: verdict.action === 'drop' ? dropReason(verdict.reason, verdict.by, verdict.evidence) : '',
    suspects: suspects.map(({ start, end, by, note }) => ({ text: text.slice(start, end), by, note })),
    skipped,
    accepted: [],
    remark: '',
  };
}

/** The story of a record as the output folder tells it. */
export function storyOfRecord(found: Kept | Duplicate | Dropped | Rejected): Story {
  if (found.fate === 'rejected') {
    const { id, path, offset, length, reason, error } = found.entry;
    return { fate: 'rejected', id, path, offset, length, reason, error };
  }
  if (found.fate === 'duplicate') {
    const { record, edits, reason, kept_id: keptId, similarity, containment } = found.entry;
    const why =
      reason === 'exact'
        ? `the same text as ${keptId}, which is kept`
        : `near-duplicate of ${keptId}, which is kept: Jaccard similarity ${similarity}, ${Math.round(100 * containment)} % of the shorter text in the longer one`;
    return { ...storyOfRecord({ fate: 'kept', record, edits }), fate: 'duplicate', reason: why } as Story;
  }
  if (found.fate === 'dropped') {
    const { id, path, offset, charset, text, truncated, fields, reason, by, evidence } = found.entry;
    const story = {
      id,
      path,
      offset,
      charset,
      original: text,
      layers: [],
      text,
      fields,
      tags: undefined,
      suspects: [],
      skipped: [],
      accepted: [],
      remark: truncated ? 'over 1 MiB: its text was not copied, and stands in the input only' : '',
    };
    return { fate: 'dropped', ...story, reason: dropReason(reason, by, evidence) };
  }
  const { record, edits } = found;
  const { metadata, text, id } = record;
  const { text: original, layers } = undoFile(text, edits?.layers ?? []);
  const points = [...text];
  const paragraphs = metadata.paragraphs.map(({ start, end, lang, lang_score: score, kind }) => ({
    text: points.slice(start, end).join(''),
    lang,
    score,
    kind,
  }));
  const {
    path,
    offset,
    charset,
    title,
    byline,
    section,
    url,
    lang,
    lang_score: score,
    script,
    lang_by: by,
  } = metadata;
  return {
    fate: 'kept',
    id,
    path,
    offset,
    charset,
    original,
    layers,
    text,
    fields: { title, byline, section, url },
    tags: { lang, score, script, by, paragraphs },
    reason: '',
    suspects: edits?.suspects ?? [],
    skipped: [],
    accepted: [],
    remark: '',
  };
}
