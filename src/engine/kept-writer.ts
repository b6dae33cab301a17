import type { PartsWriter } from '../write/parts.js';
import { recordLines } from '../write/record.js';
import type { OutputOptions } from './output-options.js';
import type { Stored } from './put-back.js';

/** Writes the lines of a kept document: the record, what it does not keep of itself, and its edits. */
export function keptWriter(
  line: PartsWriter['line'],
  { keep, layout }: OutputOptions,
): (document: Stored) => void {
  return ({ record, edits }) => {
    const { data, left } = recordLines(record, keep);
    line('data', data, layout.byLanguage ? record.metadata.lang : '');
    if (left !== undefined) line('audit/fields', left);
    if (edits) line('audit/edits', JSON.stringify(edits));
  };
}
