import { describe, expect, it } from 'vitest';
import { tagDocument } from '../../src/index.js';

const ENGLISH =
  'The mayor read the letter aloud in the old town hall on Tuesday evening, and nobody in the room said a word until she had finished and put it back into the envelope.';
const AFTER = 'Then the meeting went on to the next item, which was the repair of the bridge over the river.';
const SPANISH =
  'Los vecinos no queremos que se cierre la escuela del pueblo mientras haya niños que vayan a ella.';
const RUSSIAN = 'Мы не хотим, чтобы школа в нашей деревне закрылась, пока в неё ходят дети.';
const JAPANESE =
  '子どもたちが通っているかぎり、村の学校を閉じないでほしいと私たちは思っていますので、よろしくお願いします。';

/** Each quotation found in a document of one paragraph, with its language. */
const foreign = (text: string): string[] =>
  tagDocument(text).paragraphs.flatMap(paragraph =>
    (paragraph.foreign ?? []).map(({ start, end, lang }) => `${lang} ${text.slice(start, end)}`),
  );

describe('quotations in another language', () => {
  it.each([
    ['in straight quotation marks', `${ENGLISH} "${SPANISH}" ${AFTER}`, [`spa ${SPANISH}`]],
    ['in typographic ones', `${ENGLISH} “${SPANISH}” ${AFTER}`, [`spa ${SPANISH}`]],
    ['in guillemets', `${ENGLISH} «${RUSSIAN}» ${AFTER}`, [`rus ${RUSSIAN}`]],
    ['in corner brackets', `${ENGLISH} 「${JAPANESE}」 ${AFTER}`, [`jpn ${JAPANESE}`]],
    ['twice', `${ENGLISH} "${SPANISH}" ${AFTER} "${RUSSIAN}"`, [`spa ${SPANISH}`, `rus ${RUSSIAN}`]],
    ['at the very end', `${ENGLISH} ${AFTER} "${SPANISH}"`, [`spa ${SPANISH}`]],
  ])('are found %s', (_, text, found) => {
    expect(foreign(text)).toEqual(found);
    expect(tagDocument(text).paragraphs.map(({ lang }) => lang)).toEqual(['eng']);
  });

  it.each([
    ['in the language of the paragraph', `${ENGLISH} "${AFTER}" ${AFTER}`],
    ['that are a title', `${ENGLISH} She had read "Cien años de soledad" twice. ${AFTER}`],
    ['that are never closed', `${ENGLISH} "${SPANISH} ${AFTER}`],
    ['in a paragraph of up to 200 characters', `She said: "${SPANISH}"`],
    ['that say nothing', `${ENGLISH} "12 345 678 – 90 123 456, 78 901 234 / 56 789 012" ${AFTER}`],
  ])('are not made of those %s', (_, text) => {
    expect(foreign(text)).toEqual([]);
  });

  it('count in the shares of the document', () => {
    const { lang, shares } = tagDocument(`${ENGLISH} "${SPANISH}" ${AFTER}`);
    expect(lang).toBe('eng');
    expect(Object.fromEntries(shares)).toEqual({
      eng: expect.closeTo(0.72, 1) as number,
      spa: expect.closeTo(0.28, 1) as number,
    });
  });
});
