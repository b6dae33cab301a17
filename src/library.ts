/**
 * The pure functions as a program calls them: the same as inside, with a look at what they are given. Who has no types
 * gets an error that says what is wrong.
 */
import type { Tags } from './core/document.js';
import {
  aLevel,
  anObject,
  aShare,
  aSwitch,
  aText,
  checkArgument,
  checkOptions,
  type OptionForm,
  type OptionForms,
} from './core/options.js';
import { wantedLanguages } from './core/wanted-languages.js';
import { type Decoded, type DecodeOptions, decode as decodeBytes } from './decode/decode.js';
import { isCharset } from './decode/strict.js';
import {
  type MojibakeOptions,
  type MojibakeRepair,
  repairMojibake as repairMisread,
} from './repair/mojibake.js';
import { type Repaired, repair as repairAll, type RepairOptions } from './repair/repair.js';
import { type DuplicateOf, findDuplicates as find, type TextDocument } from './settle/find-duplicates.js';
import { NEAR_DEFAULTS, type NearOptions } from './settle/similar.js';
import type { Identified, IdentifyOptions } from './tag/identify.js';
import { identifyLanguage as identify, tagDocument as tag, type TagOptions } from './tag/tag.js';

const REPAIR: OptionForms<RepairOptions> = { level: aLevel, keepNoBreakSpaces: aSwitch };
const MOJIBAKE: OptionForms<MojibakeOptions> = { level: aLevel, known: anObject };
const aLanguage: OptionForm = {
  form: 'a code of ISO 639-3 or 639-1',
  fits: code => typeof code === 'string',
};
const someLanguages: OptionForm = {
  form: "a list of codes such as ['spa', 'eng']",
  fits: value => Array.isArray(value) && value.every(code => typeof code === 'string'),
};
const IDENTIFY: OptionForms<IdentifyOptions> = { languages: someLanguages, around: aLanguage };
const TAG: OptionForms<TagOptions> = {
  marks: { form: 'a list', fits: Array.isArray },
  format: { form: "'plain' or 'markdown'", fits: value => value === 'plain' || value === 'markdown' },
  languages: someLanguages,
};
const DECODE: OptionForms<DecodeOptions> = {
  forced: { form: 'a charset such as koi8-r', fits: name => typeof name === 'string' && isCharset(name) },
  around: anObject,
};
const NEAR: OptionForms<NearOptions> = { jaccard: aShare, containment: aShare };

/**
 * Repairs a text: entities, mojibake, Unicode, white space, until nothing changes any more.
 * @throws LimpiaError when the text is none, or for an option that there is not; never for what the text holds.
 *
 * @example
 * repair('despu茅s &amp; ma帽ana').text // 'después & mañana'
 */
export function repair(text: string, options?: RepairOptions): Repaired {
  checkArgument('repair', 'the first argument', text, aText);
  checkOptions('repair', options, REPAIR);
  return repairAll(text, options);
}

/**
 * Repairs text that was misread: UTF-8 as something else, once or several times over, or one legacy page as another.
 * @throws LimpiaError when the text is none, or for an option that there is not; never for what the text holds.
 *
 * @example
 * repairMojibake('lâ€™humanitÃ©').text // 'l’humanité'
 * repairMojibake('despu茅s').confusion // 'utf-8-as-gbk'
 */
export function repairMojibake(text: string, options?: MojibakeOptions): MojibakeRepair {
  checkArgument('repairMojibake', 'the first argument', text, aText);
  checkOptions('repairMojibake', options, MOJIBAKE);
  return repairMisread(text, options);
}

/**
 * The language of `text`, or `und` where nobody could honestly say.
 * @throws LimpiaError when the text is none, for an option that there is not, or a language that limpia does not know.
 *
 * @example
 * identifyLanguage('Los pantanos están casi vacíos.').lang // 'spa'
 */
export function identifyLanguage(text: string, options?: IdentifyOptions): Identified {
  checkArgument('identifyLanguage', 'the first argument', text, aText);
  checkOptions('identifyLanguage', options, IDENTIFY);
  const languages = resolved('identifyLanguage', options?.languages);
  const [around] =
    options?.around === undefined ? [] : (resolved('identifyLanguage', [options.around]) ?? []);
  return identify(text, { languages, around });
}

/**
 * A document's language, script and paragraphs: each non-empty line, or each block between blank lines where the
 * document is hard-wrapped, with its place in UTF-16 code units.
 * @throws LimpiaError as identifyLanguage does.
 */
export function tagDocument(text: string, options?: TagOptions): Tags {
  checkArgument('tagDocument', 'the first argument', text, aText);
  checkOptions('tagDocument', options, TAG);
  return tag(text, { ...options, languages: resolved('tagDocument', options?.languages) });
}

/**
 * Bytes to text, and no byte is lost in silence. A byte order mark decides and is not part of the text; then what the
 * caller says; then UTF-8 where it fits; then UTF-16 by its zeros; else legacy charsets, line by line, by which of them
 * makes text of the bytes.
 * @throws LimpiaError when these are no bytes, or for an option that there is not; never for what the bytes are.
 */
export function decode(bytes: Uint8Array, options?: DecodeOptions): Decoded {
  checkArgument('decode', 'the first argument', bytes, {
    form: 'a Buffer or Uint8Array',
    fits: value => value instanceof Uint8Array,
  });
  checkOptions('decode', options, DECODE);
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return decodeBytes(buffer, options);
}

/**
 * The documents to leave out so that of each text one stays: the longest, of equals the one with the smallest id.
 * For corpora in memory; the order of the documents makes no difference.
 * @throws LimpiaError for what are no such documents, or for an option that there is not.
 */
export function findDuplicates(
  documents: readonly TextDocument[],
  near?: Partial<NearOptions>,
): DuplicateOf[] {
  checkArgument('findDuplicates', 'the first argument', documents, DOCUMENTS);
  checkOptions('findDuplicates', near, NEAR);
  return find(documents, { ...NEAR_DEFAULTS, ...near });
}

const DOCUMENTS = {
  form: "a list of { id: 'a', text: '…' }",
  fits: (value: unknown): boolean =>
    Array.isArray(value) &&
    value.every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        'id' in one &&
        typeof one.id === 'string' &&
        'text' in one &&
        typeof one.text === 'string',
    ),
};

/** Lists that were looked at before: callers name the same one for every text. */
const seen = new WeakMap<
  readonly string[],
  { readonly key: string; readonly languages: readonly string[] }
>();

function resolved(of: string, codes: readonly string[] | undefined): readonly string[] | undefined {
  if (codes === undefined) return undefined;
  const key = codes.join();
  const known = seen.get(codes);
  if (known?.key === key) return known.languages;
  const languages = wantedLanguages(codes, of);
  seen.set(codes, { key, languages });
  return languages;
}
