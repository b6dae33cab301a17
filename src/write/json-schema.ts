import { z } from 'zod';
import { SCHEMA_VERSION } from './metadata-keys.js';
import { recordSchema } from './record-schema.js';

/** The record as a JSON Schema (draft 2020-12). */
export function recordJsonSchema(): string {
  const schema = {
    title: `A document as limpia writes it, record schema ${SCHEMA_VERSION}`,
    description:
      'A line of data/. Where output.fields in pipeline.yml is set, other fields of metadata are missing.',
    ...z.toJSONSchema(recordSchema),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
