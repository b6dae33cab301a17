import type { DropReason, Reason } from '../core/reasons.js';
import type { Document, Edit, Layer, Lost, Origin, Source, Suspect, Verdict } from '../core/document.js';
import { apply } from '../core/edits.js';
import { codePointCounter, codePointLength, isOneToOne, utf16Counter } from '../core/offsets.js';

/** An edit in a file: `at` counts code points of the layer's input, where `removed` stood. */
export interface FileEdit {
  readonly at: number;
  readonly removed: string;
  readonly insert: string;
  readonly by: string;
  readonly note?: string;
}

export interface FileLayer {
  readonly stage: string;
  readonly edits: readonly FileEdit[];
}

/** One line of `audit/edits/`. */
export interface EditsEntry {
  readonly id: string;
  readonly path: string;
  readonly offset: number;
  readonly layers: readonly FileLayer[];
  readonly suspects: readonly {
    readonly at: number;
    readonly text: string;
    readonly by: string;
    readonly note: string;
  }[];
  /** Bytes that could not be decoded: a U+FFFD stands for each at code point `at` of the decoded record. */
  readonly undecoded: readonly Lost[];
}

/** One line of `audit/dropped/`: the record as it was decoded, and why it is not in `data/`. */
export interface DroppedEntry {
  readonly id: string;
  readonly path: string;
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
  readonly reason: DropReason;
  /** The verdict or, of an empty document, the rule or stage that took most of it. */
  readonly by: string;
  readonly evidence: string;
  readonly charset: string;
  /** The decoded original; '' when it is over 1 MiB (`truncated`), to be found again by path, offset and length. */
  readonly text: string;
  readonly truncated: boolean;
  readonly fields: Source['fields'];
  readonly extra: string;
  /** As in `audit/edits/`. */
  readonly undecoded: readonly Lost[];
}

/** One line of `audit/rejected/`: what could not be read. */
export interface RejectedEntry {
  readonly id: string;
  readonly path: string;
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
  readonly reason: Reason;
  readonly error: string;
  /** How `bytes` is written; `none` when the record is over 1 MiB or was never read. */
  readonly encoding: 'utf-8' | 'base64' | 'none';
  readonly bytes: string;
}

export const AUDIT_COPY_BYTES = 1 << 20;

/** The audit line of a document that changed or has suspects; undefined when there is nothing to tell. */
export function editsEntry(id: string, { source, layers, suspects, text }: Document): EditsEntry | undefined {
  const { lost = [] } = source;
  if (layers.length === 0 && suspects.length === 0 && lost.length === 0) return undefined;
  const { path, offset } = source.origin;
  return {
    id,
    path,
    offset,
    layers: toFile(source.text, layers),
    suspects: suspects.map(one => suspectEntry(text, one)),
    undecoded: lost,
  };
}

function suspectEntry(text: string, { start, end, by, note }: Suspect): EditsEntry['suspects'][number] {
  return { at: codePointCounter(text)(start), text: text.slice(start, end), by, note };
}

export function droppedEntry(
  id: string,
  source: Source,
  verdict: Verdict & { action: 'drop' },
): DroppedEntry {
  const { origin, sha256, charset, text, fields, extra, lost = [] } = source;
  const { reason, by, evidence } = verdict;
  const truncated = origin.length > AUDIT_COPY_BYTES;
  return {
    id,
    ...origin,
    sha256,
    reason,
    by,
    evidence,
    charset,
    text: truncated ? '' : text,
    truncated,
    fields,
    extra,
    undecoded: lost,
  };
}

export function rejectedEntry(
  id: string,
  origin: Origin,
  bytes: Buffer | undefined,
  sha256: string,
  reason: Reason,
  error: string,
): RejectedEntry {
  const base = { id, ...origin, sha256, reason, error };
  if (!bytes || bytes.length > AUDIT_COPY_BYTES) return { ...base, encoding: 'none', bytes: '' };
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes)
    ? { ...base, encoding: 'utf-8', bytes: text }
    : { ...base, encoding: 'base64', bytes: bytes.toString('base64') };
}

/** Layers with code point offsets. `text` is the input of the first layer. */
export function toFile(text: string, layers: readonly Layer[]): FileLayer[] {
  const isSimple =
    isOneToOne(text) && layers.every(({ edits }) => edits.every(({ insert }) => isOneToOne(insert)));
  let current = text;
  return layers.map(({ stage, edits }) => {
    // Most texts need neither counting nor the layers in between.
    const at = isSimple ? (offset: number): number => offset : codePointCounter(current);
    const out = edits.map(edit => fileEdit(edit, at(edit.start)));
    if (!isSimple) current = apply(current, edits);
    return { stage, edits: out };
  });
}

function fileEdit({ removed, insert, by, note }: Edit, at: number): FileEdit {
  return note === undefined ? { at, removed, insert, by } : { at, removed, insert, by, note };
}

/**
 * The text before `layers`, from the text after them. Only the clean text is at hand, so each layer's places
 * are counted from its output.
 * @throws EditError when the entry does not belong to this text.
 */
export function undoFile(clean: string, layers: readonly FileLayer[]): { text: string; layers: Layer[] } {
  let current = clean;
  const restored: Layer[] = [];
  for (const { stage, edits } of [...layers].reverse()) {
    const undone = undoLayer(current, edits);
    current = undone.text;
    restored.unshift({ stage, edits: undone.edits });
  }
  return { text: current, layers: restored };
}

function undoLayer(output: string, edits: readonly FileEdit[]): { text: string; edits: Edit[] } {
  const at = utf16Counter(output);
  let points = 0;
  const inverse = edits.map(edit => {
    const start = at(edit.at + points);
    points += codePointLength(edit.insert) - codePointLength(edit.removed);
    return {
      start,
      end: start + edit.insert.length,
      removed: edit.insert,
      insert: edit.removed,
      by: edit.by,
    };
  });
  let shift = 0;
  const forward = edits.map((edit, i) => {
    const start = (inverse[i]?.start ?? 0) + shift;
    shift += edit.removed.length - edit.insert.length;
    const { removed, insert, by, note } = edit;
    return {
      start,
      end: start + removed.length,
      removed,
      insert,
      by,
      ...(note === undefined ? {} : { note }),
    };
  });
  return { text: apply(output, inverse), edits: forward };
}
