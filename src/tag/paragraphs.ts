import { hasBlankLine, isHardWrapped, lines, type Span } from '../core/hard-wrap.js';

/** The paragraphs of a document: its non-empty lines, or its blocks between blank lines where it is hard-wrapped. */
export function paragraphSpans(text: string): Span[] {
  const spans = lines(text);
  if (!isHardWrapped(text, spans)) return spans;
  const blocks: Span[] = [];
  for (const span of spans) {
    const last = blocks.at(-1);
    if (last !== undefined && !hasBlankLine(text, last.end, span.start))
      blocks[blocks.length - 1] = { start: last.start, end: span.end };
    else blocks.push(span);
  }
  return blocks;
}
