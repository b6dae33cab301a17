import type { Edit, Tags } from '../core/document.js';

/** A paragraph goes only where its language is as sure as this: 99 in 100 of such answers are right. */
const SURE = 0.9;

/**
 * Edits that take away each paragraph surely in another language than its document's, with the white space up to the
 * next one. `wanted` languages stay as well; paragraphs that nobody can name always do.
 */
export function foreignParagraphs(text: string, tags: Tags, wanted: readonly string[]): Edit[] {
  if (tags.lang === 'und') return [];
  const { paragraphs } = tags;
  const edits: Edit[] = [];
  paragraphs.forEach(({ start, end, lang, score }, at) => {
    if (lang === 'und' || lang === tags.lang || score < SURE || wanted.includes(lang)) return;
    const next = paragraphs[at + 1]?.start;
    const last = edits.at(-1);
    // The last paragraph takes the white space before it along, unless the edit before has taken that already.
    const from = next === undefined && last?.end !== start ? (paragraphs[at - 1]?.end ?? start) : start;
    const to = next ?? end;
    edits.push({
      start: from,
      end: to,
      removed: text.slice(from, to),
      insert: '',
      by: 'drop-foreign-paragraphs',
      note: `${lang} ${score.toFixed(2)} in a document in ${tags.lang}`,
    });
  });
  return edits;
}
