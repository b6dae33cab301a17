import { DEFAULT_CONFIG } from './config/schema.js';
import { type Document, type Fields, type Level, NO_FIELDS, type Source } from './core/document.js';
import { aLevel, anObject, aText, checkArgument, checkOptions, type OptionForms } from './core/options.js';
import { sha256 } from './core/hash.js';
import { loadPipeline } from './engine/load-pipeline.js';
import { rulesFolder } from './engine/load-settings.js';
import { loadRules } from './rules/load.js';
import { compileRules } from './strip/compile.js';
import type { RunRules } from './strip/compile-checked.js';
import { isError, refusal } from './core/diagnostic.js';

export interface CleanTextOptions {
  /** `safe` (default) changes only what is certain, `full` also what is likely. */
  readonly level?: Level;
  /** Where the text is from: rules may be meant for a host. */
  readonly url?: string;
  /** Other fields of the record; a title helps to find the one in the text. */
  readonly fields?: Partial<Fields>;
  /** A folder of rules besides those that limpia brings. */
  readonly rules?: string;
}

const OPTIONS: OptionForms<CleanTextOptions> = { level: aLevel, url: aText, fields: anObject, rules: aText };
const FIELDS = Object.fromEntries(Object.keys(NO_FIELDS).map(name => [name, aText])) as OptionForms<Fields>;

const loaded = new Map<string, (source: Source) => Document>();

/**
 * Cleans one text as `limpia clean` cleans each document: repairs, rules, languages, verdict.
 * Pure besides loading the rules at the first call.
 * @throws LimpiaError for an option that there is not, or a faulty folder of rules.
 *
 * @example
 * cleanText('No Script\n\nLa casa est谩 vac铆a desde el a帽o pasado.').text
 * // 'La casa está vacía desde el año pasado.'
 */
export function cleanText(text: string, options: CleanTextOptions = {}): Document {
  checkArgument('cleanText', 'the first argument', text, aText);
  checkOptions('cleanText', options, OPTIONS);
  checkOptions('cleanText, fields', options.fields, FIELDS);
  const { level = 'safe', url = '', fields = {}, rules = '' } = options;
  const key = `${level}\0${rules}`;
  const clean = loaded.get(key) ?? loadPipeline(checkedRules(rules), { ...DEFAULT_CONFIG, level }).clean;
  loaded.set(key, clean);
  const bytes = Buffer.from(text, 'utf8');
  return clean({
    ownId: '',
    origin: { path: '', offset: 0, length: bytes.length },
    charset: 'utf-8',
    sha256: sha256(bytes),
    text,
    fields: { ...NO_FIELDS, url, ...fields },
    extra: '{}',
  });
}

function checkedRules(folder: string): RunRules {
  const { files, accept } = loadRules(folder === '' ? '' : rulesFolder(folder));
  const { checked, diagnostics } = compileRules(files);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw refusal(errors);
  return { files: checked, accept };
}
