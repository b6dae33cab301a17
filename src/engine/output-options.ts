import type { Config } from '../config/schema.js';
import type { Layout } from '../write/layout.js';
import type { Keep } from '../write/record.js';
import { keptKeys } from '../write/metadata-keys.js';

/** What documents keep, and how parts lie. */
export interface OutputOptions {
  readonly keep: Keep;
  readonly layout: Layout;
}

/** How the configuration wants the output to be written. */
export function outputOptions({ output }: Config): OutputOptions {
  const { gzip, fields, extra } = output;
  return {
    keep: { metadata: keptKeys(fields), extra },
    layout: { gzip, byLanguage: output['by-language'] },
  };
}
