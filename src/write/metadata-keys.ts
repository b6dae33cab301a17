/** Raised with every change of the record's shape; stands in the card and the manifest. */
export const SCHEMA_VERSION = 2;

/**
 * The fields of `metadata`, in the order of the record. Apart from the schema, which takes longer to build than a small
 * file takes to clean.
 */
export const METADATA_KEYS = [
  'url',
  'title',
  'byline',
  'section',
  'lang',
  'lang_score',
  'script',
  'paragraphs',
  'lang_by',
  'langs',
  'charset',
  'charset_score',
  'path',
  'offset',
  'raw_sha256',
  'chars',
  'edits',
  'dropped_chars',
  'extra',
] as const;

export type MetadataKey = (typeof METADATA_KEYS)[number];

/** What reading the output back cannot do without: these stay in every document. */
const PLACE: readonly MetadataKey[] = ['path', 'offset'];

/** Which fields of `metadata` documents keep, by the name of each or all of them; in the order of the record. */
export function keptKeys(fields: 'all' | readonly MetadataKey[]): readonly MetadataKey[] {
  return METADATA_KEYS.filter(key => fields === 'all' || fields.includes(key) || PLACE.includes(key));
}
