import { type Identified, identifyLanguage } from './identify.js';
import { verify } from './verify.js';

/** How much of each place in a document is read for a first guess, in UTF-16 code units. */
const PIECE = 200;
/** What stands around a page's text is at its start and end; a foreign quotation or caption may be anywhere. */
const PLACES = [0.25, 0.5, 0.75, 0] as const;

/** The text guessed at last: it is asked for again when nothing was taken from it. */
let last:
  | { readonly text: string; readonly languages?: readonly string[] | undefined; answer: Identified }
  | undefined;

/**
 * A first guess at a document's language, from at most four places: the answer that two of them agree on, else the
 * surest.
 */
export function guess(text: string, languages?: readonly string[]): Identified {
  if (last?.text !== text || last.languages !== languages)
    last = { text, languages, answer: guessFrom(text, languages) };
  return last.answer;
}

function guessFrom(text: string, languages?: readonly string[]): Identified {
  if (text.length <= 2 * PIECE) return identifyLanguage(text, { languages });
  const answers: Identified[] = [];
  for (const place of PLACES) {
    const start = Math.floor((text.length - PIECE) * place);
    const agreeing = answers.find(known => verify(text, start, start + PIECE, known) !== undefined);
    if (agreeing !== undefined) return agreeing;
    const answer = identifyLanguage(text.slice(start, start + PIECE), { languages });
    if (answer.lang !== 'und' && answers.some(({ lang }) => lang === answer.lang)) return answer;
    answers.push(answer);
  }
  return answers.reduce((surest, answer) => (answer.score > surest.score ? answer : surest));
}
