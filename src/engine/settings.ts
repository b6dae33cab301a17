import type { Config } from '../config/schema.js';
import { sha256 } from '../core/hash.js';
import { SCHEMA_VERSION } from '../write/metadata-keys.js';
import { program } from '../version.js';

/** A rule file as it was read. */
export interface RuleSource {
  readonly path: string;
  readonly text: string;
}

export interface SettingsHashes {
  readonly config: string;
  readonly rules: string;
  /** Of everything besides the input that the output depends on. */
  readonly all: string;
}

/** What decides the output besides the input. How many workers there are and how files are packed does not. */
export function settingsHashes(
  config: Config,
  rules: readonly RuleSource[],
  accept: readonly string[],
  sample?: number,
): SettingsHashes {
  const configHash = sha256(JSON.stringify(sample === undefined ? config : { ...config, sample }));
  const rulesHash = sha256(JSON.stringify([rules.map(({ path, text }) => [path, text]), accept]));
  const { unicode = '' } = process.versions;
  return {
    config: configHash,
    rules: rulesHash,
    all: sha256([program(), SCHEMA_VERSION, unicode, configHash, rulesHash].join('\0')),
  };
}
