import { z } from 'zod';
import { METADATA_KEYS, type MetadataKey } from './metadata-keys.js';

const text = z.string();
const count = z.int().min(0);
const share = z.number().min(0).max(1);
const date = z
  .string()
  .regex(/^$|^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/)
  .describe("'' or as 2026-11-21T00:00:00.000Z");
const language = z
  .string()
  .regex(/^[a-z]{3}$/)
  .describe('ISO 639-3; und where nobody could say');

const paragraph = z.strictObject({
  start: count.describe('Where it starts in text, in Unicode code points'),
  end: count.describe('Where it ends, exclusive: in Python text[start:end] is the paragraph'),
  lang: language,
  lang_score: share.describe('How sure lang is, 0 to 1'),
  kind: z.enum(['heading', 'prose', 'caption', 'list', 'quote', 'other']).describe('What it is'),
});

const metadata = z.strictObject({
  url: text.describe("The record's own address, or ''"),
  title: text.describe("The record's own, or the headline found in the text"),
  byline: text.describe("The record's own, or the one found in the text"),
  section: text.describe(
    "The part of the site that it stands in: the record's own, or the one the text names",
  ),
  lang: language.describe('Language of most of the text: ISO 639-3; und where nobody could say'),
  lang_score: share.describe('How sure lang is, 0 to 1'),
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/)
    .describe('ISO 15924; Zyyy where there are no letters'),
  paragraphs: z
    .array(paragraph)
    .min(1)
    .describe('Every paragraph: its place in text, its language and its kind'),
  lang_by: text.describe('What decided on lang'),
  langs: text.describe('Shares of the letters by language, largest first: eng:0.83 spa:0.17'),
  charset: text.describe('The charset that the record was read in'),
  charset_score: share.describe('How sure charset is, 0 to 1'),
  path: text.describe('The file that the record came from, relative to the input folder'),
  offset: count.describe('The byte of the uncompressed file that the record starts at'),
  raw_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("SHA-256 of the record's bytes as they were read"),
  chars: count.describe('Unicode code points of text'),
  edits: count.describe('How many edits made text of what was read'),
  dropped_chars: count.describe('How many code points the rules took'),
  extra: text.describe('Every other field of the input, as the text of one JSON object, byte for byte'),
} satisfies Readonly<Record<MetadataKey, z.ZodType>>);

/** A line of `data/`: every key is always there, in this order, with one type, and never null. */
export const recordSchema = z.strictObject({
  id: text
    .min(1)
    .describe("The record's own id, or l1- and a hash of its file and place; never twice in a corpus"),
  text: text.min(1).describe('The clean text'),
  source: text.describe("The record's own, or what pipeline.yml says"),
  added: date.describe("The record's own, or what pipeline.yml says: '' or as 2026-11-21T00:00:00.000Z"),
  created: date.describe("The record's own: '' or as 2026-11-21T00:00:00.000Z"),
  metadata,
});

/** A clean document as it stands in `data/`. */
export type CleanRecord = z.output<typeof recordSchema>;

/** A type of the record, in the words that other formats are made from. */
export type Shape =
  | { readonly is: 'text' | 'integer' | 'float' }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'struct'; readonly fields: readonly ShapeField[] };

export interface ShapeField {
  readonly name: string;
  readonly about: string;
  readonly shape: Shape;
}

/** The record's fields and their types, where documents keep `kept` of the metadata. */
export function recordShape(kept: readonly MetadataKey[] = METADATA_KEYS): readonly ShapeField[] {
  return fieldsOf(recordSchema).map(field =>
    field.name === 'metadata' && field.shape.is === 'struct'
      ? {
          ...field,
          shape: {
            is: 'struct',
            fields: field.shape.fields.filter(({ name }) => kept.some(key => key === name)),
          },
        }
      : field,
  );
}

function fieldsOf(schema: z.ZodObject): ShapeField[] {
  return Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>).map(([name, type]) => ({
    name,
    about: z.globalRegistry.get(type)?.description ?? '',
    shape: shapeOf(type),
  }));
}

function shapeOf(type: z.core.$ZodType): Shape {
  if (type instanceof z.ZodObject) return { is: 'struct', fields: fieldsOf(type) };
  if (type instanceof z.ZodArray) return { is: 'list', of: shapeOf(type.element) };
  if (type instanceof z.ZodNumberFormat) return { is: 'integer' };
  return { is: type instanceof z.ZodNumber ? 'float' : 'text' };
}
