import type { CardOptions } from './card.js';
import { dataFiles } from './layout.js';
import type { ManifestSummary } from './manifest.js';
import { recordShape, type Shape, type ShapeField } from './record-schema.js';

/** The context that Croissant 1.0 prescribes (https://docs.mlcommons.org/croissant/docs/croissant-spec.html). */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataBiases: 'cr:dataBiases',
  dataCollection: 'cr:dataCollection',
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  personalSensitiveInformation: 'cr:personalSensitiveInformation',
  rai: 'http://mlcommons.org/croissant/RAI/',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

const PARTS = 'parts';
const DOCUMENTS = 'documents';

/** croissant.json of the output: what it holds, in the words of MLCommons Croissant 1.0. */
export function croissant(
  { schema, limpia, totals }: ManifestSummary,
  { layout, metadata }: CardOptions,
): string {
  const description = `Text cleaned by limpia ${limpia}: ${totals.kept} documents.`;
  const dataset = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    name: 'cleaned-text',
    description,
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    license: 'unknown',
    version: `${schema}.0.0`,
    inLanguage: Object.keys(totals.languages).filter(lang => lang !== 'und'),
    distribution: [
      {
        '@type': 'cr:FileSet',
        '@id': PARTS,
        name: PARTS,
        description: 'One document a line, in parts.',
        encodingFormat: 'application/jsonlines',
        includes: dataFiles(layout),
      },
    ],
    recordSet: [
      {
        '@type': 'cr:RecordSet',
        '@id': DOCUMENTS,
        name: DOCUMENTS,
        description: 'The clean documents. Fields of metadata stand beside the others.',
        key: { '@id': `${DOCUMENTS}/id` },
        field: recordShape(metadata).flatMap(field =>
          field.shape.is === 'struct'
            ? field.shape.fields.map(inner => fieldOf(inner, DOCUMENTS, field.name, []))
            : [fieldOf(field, DOCUMENTS, field.name, undefined)],
        ),
      },
    ],
  };
  return `${JSON.stringify(dataset, undefined, 1)}\n`;
}

/** A field that stands in `column`, at the end of the `way` of keys; undefined when it is the column itself. */
function fieldOf(
  { name, about, shape }: ShapeField,
  above: string,
  column: string,
  way: readonly string[] | undefined,
): object {
  const id = `${above}/${name}`;
  const path = way && [...way, name];
  const base = { '@type': 'cr:Field', '@id': id, name, description: about };
  if (shape.is === 'list' && shape.of.is === 'struct')
    return {
      ...base,
      repeated: true,
      subField: shape.of.fields.map(inner => fieldOf(inner, id, column, path ?? [])),
    };
  const source = { fileSet: { '@id': PARTS }, extract: { column } };
  const transform = path?.map(jsonPath => ({ jsonPath }));
  return { ...base, dataType: DATA_TYPES[shape.is], source: transform ? { ...source, transform } : source };
}

const DATA_TYPES: Readonly<Record<Shape['is'], string>> = {
  text: 'sc:Text',
  integer: 'sc:Integer',
  float: 'sc:Float',
  struct: 'sc:Text',
  list: 'sc:Text',
};
