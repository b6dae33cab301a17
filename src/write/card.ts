import { stringify } from 'yaml';
import type { Manifest } from './manifest.js';

const string = { dtype: 'string' };
const integer = { dtype: 'int64' };
const float = { dtype: 'float64' };

const named = (fields: Readonly<Record<string, object>>): object[] =>
  Object.entries(fields).map(([name, type]) => ({ name, ...type }));

/** The record's shape in the words of Hugging Face datasets (https://huggingface.co/docs/hub/datasets-cards). */
const FEATURES = named({
  id: string,
  text: string,
  source: string,
  added: string,
  created: string,
  metadata: {
    struct: named({
      url: string,
      title: string,
      byline: string,
      lang: string,
      lang_score: float,
      script: string,
      paragraphs: {
        list: named({ start: integer, end: integer, lang: string, lang_score: float, kind: string }),
      },
      lang_by: string,
      langs: string,
      charset: string,
      path: string,
      offset: integer,
      raw_sha256: string,
      chars: integer,
      edits: integer,
      dropped_chars: integer,
      extra: string,
    }),
  },
});

/** README.md of the output: a dataset card that names the data files, so that nothing else in the folder is taken for data. */
export function datasetCard({ schema, limpia, totals }: Manifest): string {
  const { records, kept, duplicates, droppedRecords, rejectedRecords } = totals;
  const languages = Object.entries(totals.languages).sort((a, b) => b[1] - a[1]);
  const head = stringify({
    configs: [{ config_name: 'default', data_files: [{ split: 'train', path: 'data/*' }] }],
    dataset_info: {
      features: FEATURES,
      splits: [{ name: 'train', num_examples: kept }],
    },
    tags: ['limpia'],
  });
  return `---
${head}---
# Cleaned text

Made by limpia ${limpia}, record schema ${schema}. Of ${records} records ${kept} are in \`data/\`, ${droppedRecords} were dropped,
${duplicates} are duplicates and ${rejectedRecords} could not be read: \`audit/\` holds each of these with its reason, and every edit.

| language | documents |
| --- | --- |
${languages.map(([language, documents]) => `| ${language} | ${documents} |`).join('\n')}

- One document a line; every key is always there. Offsets in \`metadata.paragraphs\` count Unicode code points: in Python,
  \`text[start:end]\` is the paragraph.
- \`lang\` is ISO 639-3, \`script\` ISO 15924, \`und\` where nobody could honestly say.
- \`limpia restore ID\` gives the text before cleaning, \`limpia explain ID\` the story of each edit.
`;
}
