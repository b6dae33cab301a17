import { stringify } from 'yaml';
import { duckdbColumns, hubFeatures } from './features.js';
import { dataFiles, type Layout } from './layout.js';
import type { ManifestSummary } from './manifest.js';
import type { MetadataKey } from './metadata-keys.js';
import { recordShape, type ShapeField } from './record-schema.js';

export interface CardOptions {
  readonly layout: Layout;
  /** Which fields of `metadata` documents keep. */
  readonly metadata: readonly MetadataKey[];
}

/**
 * README.md of the output: a dataset card (https://huggingface.co/docs/hub/datasets-cards) that names the data files
 * and the types of their fields, so that nothing has to be guessed and nothing else in the folder is taken for data.
 */
export function datasetCard(
  { schema, limpia, totals }: ManifestSummary,
  { layout, metadata }: CardOptions,
): string {
  const { records, kept, duplicates, droppedRecords, rejectedRecords, changed } = totals;
  const languages = byCount(totals.languages);
  const shape = recordShape(metadata);
  // One object, so that each language's entry only refers to it.
  const features = hubFeatures(shape);
  const configs = [
    { name: 'default', path: dataFiles(layout), examples: kept },
    ...(layout.byLanguage ? languages : []).map(([lang, examples]) => ({
      name: lang,
      path: dataFiles(layout, lang),
      examples,
    })),
  ];
  const head = stringify({
    pretty_name: 'Cleaned text',
    license: 'unknown',
    language: hubLanguages(languages.map(([lang]) => lang)),
    multilinguality: [languages.length > 1 ? 'multilingual' : 'monolingual'],
    size_categories: [sizeCategory(kept)],
    tags: ['limpia'],
    configs: configs.map(({ name, path }, i) => ({
      config_name: name,
      ...(i === 0 && configs.length > 1 ? { default: true } : {}),
      data_files: [{ split: 'train', path }],
    })),
    dataset_info: configs.map(({ name }) => ({
      config_name: name,
      features,
    })),
  });
  return `---
${head}---
# Cleaned text

Made by limpia ${limpia}, record schema ${schema}. Records read: ${records}. Kept in \`data/\`: ${kept}, ${changed} of them changed.
Dropped: ${droppedRecords}. Duplicates: ${duplicates}. Not readable: ${rejectedRecords}. \`audit/\` holds each of these with its reason, and every edit.
The licence is that of the texts, which limpia does not know.

## Languages

| language | documents |
| --- | --- |
${languages.map(([language, documents]) => `| ${language} | ${documents} |`).join('\n')}

## Fields

One document a line; every key is always there, with the same type, and never null. Dates and texts that are not known are ''.

| field | type | |
| --- | --- | --- |
${rows(shape).join('\n')}

- Offsets count Unicode code points: in Python, \`text[start:end]\` is the paragraph.
- \`limpia restore ID\` gives the text before cleaning, \`limpia explain ID\` the story of each edit.

## Use

\`\`\`python
from datasets import load_dataset
documents = load_dataset("clean", split="train")  # this folder${layout.byLanguage ? ', or one language of it: load_dataset("clean", "eng", split="train")' : ''}
\`\`\`

DuckDB guesses types from the first rows. With these it need not guess:

\`\`\`sql
SELECT * FROM read_json('clean/${dataFiles(layout)}', columns = ${duckdbColumns(shape)});
\`\`\`
`;
}

/** Most documents first, and of equally many in the order of their codes. */
function byCount(languages: Readonly<Record<string, number>>): [lang: string, documents: number][] {
  return Object.entries(languages).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Codes as the Hub wants them: ISO 639-1 where there is one, else ISO 639-3. */
function hubLanguages(codes: readonly string[]): string[] {
  const known = codes.filter(code => code !== 'und').map(code => new Intl.Locale(code).language);
  return [...new Set(known)].sort();
}

/** Smallest size of each category of the Hub, and its name from there up. */
const SIZES: readonly (readonly [from: number, name: string])[] = [
  [0, 'n<1K'],
  [1e3, '1K<n<10K'],
  [1e4, '10K<n<100K'],
  [1e5, '100K<n<1M'],
  [1e6, '1M<n<10M'],
  [1e7, '10M<n<100M'],
  [1e8, '100M<n<1B'],
  [1e9, '1B<n<10B'],
  [1e10, '10B<n<100B'],
];

function sizeCategory(documents: number): string {
  return SIZES.findLast(([from]) => documents >= from)?.[1] ?? '';
}

function rows(fields: readonly ShapeField[], above = ''): string[] {
  return fields.flatMap(({ name, about, shape }) => {
    const path = `${above}${name}`;
    if (shape.is === 'struct') return rows(shape.fields, `${path}.`);
    const row = `| \`${path}\` | ${shape.is} | ${about} |`;
    return shape.is === 'list' && shape.of.is === 'struct'
      ? [row, ...rows(shape.of.fields, `${path}[].`)]
      : [row];
  });
}
