import type { Config } from '../config/schema.js';
import type { Source } from '../core/document.js';
import { isoDate } from '../read/dates.js';

/** Fills the fields that the configuration has a value for and the record has not. */
export function withDefaults(source: Source, { source: name, added }: Config): Source {
  const { fields } = source;
  if ((fields.source !== '' || name === '') && (fields.added !== '' || added === '')) return source;
  return {
    ...source,
    fields: { ...fields, source: fields.source || name, added: fields.added || (isoDate(added) ?? '') },
  };
}
