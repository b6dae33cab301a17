import { documents } from '../support/corpus.js';

/** What pipeline.yml says, and the files of an input. */
export interface Input {
  readonly yaml: string;
  readonly files: Readonly<Record<string, string>>;
}

const jsonl = (records: readonly object[]): string => records.map(one => JSON.stringify(one)).join('\n');
const SENTENCE = 'The ferry left the harbour before the fog had lifted.';
const FILLED = {
  url: 'https://www.example.com/ferry',
  title: 'A ferry in the fog',
  byline: 'A. Reporter',
  section: 'Coast',
  source: 'feed',
  added: '2026-11-21',
  created: '2024-02-29T23:59:59Z',
};

/** Ten thousand records that have, in turn, all fields, none, and some. */
function tenThousand(): string {
  const texts = documents(10_000, 21);
  return jsonl(
    texts.map((text, i) => {
      const whole = `${text}\n\nDocument number ${i} ends with this sentence.`;
      if (i % 3 === 0) return { text: whole };
      if (i % 3 === 1) return { text: whole, id: `doc-${i}`, ...FILLED, n: i };
      return { text: whole, id: `doc-${i}`, created: FILLED.created, n: String(i), tags: ['a', 1, null] };
    }),
  );
}

const EMOJI = '👩‍👩‍👧‍👦 The family 👋🏽 waved from the ferry 🛳️ to the people on the quay 🇪🇸.';
const MIXED = {
  'a.txt': `${SENTENCE}\n`,
  'b.txt': 'El puente viejo se cerró al tráfico durante tres semanas.\n',
  'c.jsonl': jsonl([
    { id: 'one', text: SENTENCE, ...FILLED, n: 1 },
    { id: 'two', text: EMOJI, n: '1' },
  ]),
};

/** Inputs that have broken one library or another; all give the same types, except where documents keep some fields only. */
export const ODD_INPUTS: Readonly<Record<string, Input>> = {
  'no title': { yaml: '', files: { 'a.txt': `${SENTENCE}\n`, 'b.txt': `${SENTENCE} Twice.\n` } },
  'all optional fields empty': {
    yaml: '',
    files: { 'a.jsonl': jsonl([{ text: SENTENCE }, { text: EMOJI, title: '', url: '', source: null }]) },
  },
  'all optional fields filled': {
    yaml: '',
    files: {
      'a.jsonl': jsonl([1, 2, 3].map(n => ({ id: `doc-${n}`, text: `${SENTENCE} ${n}`, ...FILLED }))),
    },
  },
  'exactly one document': { yaml: '', files: { 'a.txt': `${SENTENCE}\n` } },
  '10,000 documents': { yaml: 'shard: 1 MiB\n', files: { 'a.jsonl': tenThousand() } },
  emoji: {
    yaml: '',
    files: { 'a.jsonl': jsonl([{ text: EMOJI, title: '🛳️', byline: '👩' }]), '😀.txt': EMOJI },
  },
  'a text of 5 MB': {
    yaml: '',
    files: { 'a.txt': longText(5_000_000), 'b.jsonl': jsonl([{ text: SENTENCE }]) },
  },
  'other fields of all types': {
    yaml: '',
    files: {
      'a.jsonl': jsonl(
        [1, '1', 1.5, null, true, [], {}, { deep: [null, { a: 1 }] }].map(value => ({
          text: SENTENCE,
          value,
        })),
      ),
    },
  },
  'ids that look like numbers': {
    yaml: '',
    files: { 'a.jsonl': jsonl(['7', '1e5', '-1', '1_000', 'nan'].map(id => ({ id, text: SENTENCE }))) },
  },
  compressed: { yaml: 'output: {gzip: true}\n', files: MIXED },
  'one folder a language': { yaml: 'output: {by-language: true}\n', files: MIXED },
};

/** The same with fewer fields: of other types, but readable all the same. */
export const SOME_FIELDS: Input = {
  yaml: 'output: {gzip: true, by-language: true, fields: [lang, lang_score], extra: []}\n',
  files: MIXED,
};

/** A text of at least so many characters in paragraphs that differ. */
function longText(length: number): string {
  const paragraphs: string[] = [];
  for (let size = 0, i = 0; size < length; i++) {
    const paragraph = `${i}. ${`${SENTENCE} `.repeat(1 + (i % 7))}`.trim();
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}
