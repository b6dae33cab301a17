import { cleanText, findDuplicates, identifyLanguage, type Level, repairMojibake, tagDocument } from 'limpia';
import { type Row, text } from './rows.js';

/** A line that a set's score.py takes. */
export type Prediction = Readonly<Record<string, unknown>>;
type Predict = (rows: readonly Row[], level: Level | undefined) => Prediction[];

/** What limpia says of the rows of each set, by its public functions alone. */
export const PREDICT: Readonly<Record<string, Predict>> = { mojibake, boilerplate, lid, dedup };

/** Lossy rows can only be repaired by guessing, which is what level full is for. */
function mojibake(rows: readonly Row[], level: Level | undefined): Prediction[] {
  return rows.map(row => {
    const options = { level: level ?? (text(row, 'kind') === 'lossy' ? 'full' : 'safe') } as const;
    return { id: text(row, 'id'), output: repairMojibake(text(row, 'input'), options).text };
  });
}

function boilerplate(rows: readonly Row[], level: Level = 'safe'): Prediction[] {
  return rows.map(row => {
    const url = text(row, 'url') || (text(row, 'host') && `https://${text(row, 'host')}/`);
    return { id: text(row, 'id'), text: cleanText(text(row, 'text'), { level, url }).text };
  });
}

/** Rows of one `doc` are the paragraphs of one document, which is tagged as a whole. */
function lid(rows: readonly Row[]): Prediction[] {
  const alone = rows.filter(row => text(row, 'doc') === '');
  const documents = new Map<string, Row[]>();
  for (const row of rows) {
    const id = text(row, 'doc');
    if (id !== '') documents.set(id, [...(documents.get(id) ?? []), row]);
  }
  return [
    ...alone.map(row => {
      const { lang, score, script } = identifyLanguage(text(row, 'text'));
      return { id: text(row, 'id'), lang: `${lang}-${script}`, conf: score };
    }),
    ...[...documents.values()].flatMap(paragraphs),
  ];
}

function paragraphs(rows: readonly Row[]): Prediction[] {
  const ordered = rows.toSorted((a, b) => Number(a['par']) - Number(b['par']));
  const tags = tagDocument(ordered.map(row => text(row, 'text')).join(BETWEEN));
  let start = 0;
  return ordered.map(row => {
    const end = start + text(row, 'text').length;
    const inside = tags.paragraphs.filter(paragraph => paragraph.start < end && paragraph.end > start);
    const longest = inside.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
    start = end + BETWEEN.length;
    return { id: text(row, 'id'), lang: longest?.lang ?? 'und', conf: longest?.score ?? 0 };
  });
}

const BETWEEN = '\n\n';

/** The similarity told is the Jaccard similarity, as the set's own reference has it. */
function dedup(rows: readonly Row[]): Prediction[] {
  const documents = rows.map(row => ({ id: text(row, 'id'), text: text(row, 'text') }));
  return findDuplicates(documents).map(({ id, keptId, jaccard }) => ({
    id,
    action: 'drop',
    kept_id: keptId,
    similarity: jaccard,
  }));
}
