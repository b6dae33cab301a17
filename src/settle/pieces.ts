import type { Edit } from '../core/document.js';
import { cut, type Stretch } from './cut.js';
import { exactKey } from './exact-key.js';
import { normalLine, SENTENCE_LETTERS, sizeOf } from './lines.js';
import { unitsOf } from './units.js';

/** What of a text is compared by itself. */
export type PieceKind = 'paragraph' | 'line';

/** Shorter ones are headings, names and stock phrases, which belong to each document that has them. */
const LEAST_LETTERS: Readonly<Record<PieceKind, number>> = {
  // Some seventeen words: two short sentences or a long one.
  paragraph: 100,
  line: SENTENCE_LETTERS,
};

/** A text of which pieces are compared; `paragraphs` in UTF-16 code units. */
export interface PieceText {
  readonly text: string;
  readonly title: string;
  readonly paragraphs: readonly Stretch[];
}

/** The keys of a text's pieces in order: the same where only case, spaces and punctuation differ. */
export function pieceKeys(from: PieceText, kind: PieceKind): Uint32Array[] {
  return stretchesOf(from, kind).flatMap(stretch =>
    isPiece(from, stretch, kind) ? [exactKey(unitsOf(from.text.slice(stretch.start, stretch.end)))] : [],
  );
}

/**
 * Takes out the pieces that another document keeps, never all there is.
 * @param keptBy the id of the document that keeps a piece, by the piece's place among the `pieceKeys`.
 * @param isKept whether the user forbids to take the line that begins there (UTF-16 units); a paragraph stays whole for one of its lines.
 */
export function withoutPieces(
  from: PieceText,
  kind: PieceKind,
  keptBy: ReadonlyMap<number, string>,
  isKept: (start: number) => boolean,
): Edit[] {
  const stretches = stretchesOf(from, kind);
  let next = 0;
  const told = stretches.map(stretch => {
    const keeper = isPiece(from, stretch, kind) ? keptBy.get(next++) : undefined;
    if (keeper === undefined) return undefined;
    return lineStarts(from.text, stretch).some(isKept)
      ? undefined
      : { by: `duplicate/${kind}`, note: `stays in ${keeper}` };
  });
  return told.every(Boolean) ? [] : cut(from.text, stretches, told);
}

/** Where the lines of a stretch begin. */
function lineStarts(text: string, { start, end }: Stretch): number[] {
  const starts = [start];
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** All of a text besides blank lines, as whole lines. */
function stretchesOf({ text, paragraphs }: PieceText, kind: PieceKind): Stretch[] {
  if (kind === 'line')
    return [...text.matchAll(/^.*\S.*$/gmu)].map(({ index, 0: line }) => ({
      start: index,
      end: index + line.length,
    }));
  return paragraphs.map(({ start, end }) => {
    const next = text.indexOf('\n', end);
    return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
  });
}

function isPiece({ text, title }: PieceText, { start, end }: Stretch, kind: PieceKind): boolean {
  const piece = text.slice(start, end);
  if (sizeOf(piece) < LEAST_LETTERS[kind] || !/\p{L}/u.test(piece)) return false;
  return title === '' || normalLine(piece, true) !== normalLine(title, true);
}
