import { confusionOf, inWords } from './confusions.js';

/** 0 to 1, of a repair that is sure by so many nats. */
export function confidenceOf(nats: number): number {
  return 1 - Math.exp(-Math.max(0, nats));
}

/** What is said of one confusion: making it takes longer than the repair. */
interface Said {
  readonly by: string;
  readonly words: string;
  /** Notes by tenths of a nat as far as they are usual. */
  readonly alone: (string | undefined)[];
  readonly along: (string | undefined)[];
}

const USUAL = 3000;
const known = new Map<string, Said>();

function saidOf(chain: string): Said {
  let said = known.get(chain);
  if (said === undefined) {
    const confusion = confusionOf(chain);
    said = { by: `mojibake/${confusion}`, words: inWords(confusion), alone: room(), along: room() };
    known.set(chain, said);
  }
  return said;
}

/** An array that is not taken for a sparse one. */
function room(): (string | undefined)[] {
  return new Array<string | undefined>(USUAL).fill(undefined);
}

/** Who makes the edits of a chain of pages. */
export function byOf(chain: string): string {
  return saidOf(chain).by;
}

/** Why an edit is made: sure by itself or as elsewhere in the text, by so many nats. */
export function noteOf(chain: string, isSure: boolean, nats: number): string {
  const said = saidOf(chain);
  const tenths = Math.round(10 * nats);
  const kind = isSure ? said.alone : said.along;
  const note = kind[tenths] ?? noteIn(said.words, isSure, tenths / 10);
  if (tenths < USUAL) kind[tenths] = note;
  return note;
}

function noteIn(words: string, isSure: boolean, nats: number): string {
  const why = isSure ? 'sure by itself' : 'as elsewhere in the text';
  const confidence = Math.min(0.999, Math.floor(1000 * confidenceOf(nats)) / 1000);
  return `${words}, ${why}: gain ${nats.toFixed(1)}, confidence ${confidence.toFixed(3)}`;
}
