import { languagesOf } from '../core/languages.js';
import { suggest } from '../core/suggest.js';
import { languageCode } from '../core/language-code.js';
import { isCharset } from '../decode/strict.js';
import { PAGES } from '../decode/pages.js';
import { z } from 'zod';
import { isoDate } from '../read/dates.js';
import { METADATA_KEYS } from '../write/metadata-keys.js';

const UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1 << 10, MiB: 1 << 20, GiB: 1 << 30 };
const SIZE = /^([1-9]\d*) ?(B|KiB|MiB|GiB)$/;

/** A number of bytes with its unit, such as `64 MiB`: a bare number is as often meant in one unit as in another. */
const size = z
  .union([z.string(), z.number()])
  .superRefine((value, context) => {
    if (!SIZE.test(String(value))) context.addIssue({ code: 'custom', message: sizeFault(String(value)) });
  })
  .meta({ type: 'string', pattern: SIZE.source })
  .transform(value => {
    const [, number = '', unit = ''] = SIZE.exec(String(value)) ?? [];
    return Number(number) * (UNITS[unit] ?? 1);
  });

/** `64M` and `64 mb` are near enough to say what they would be. */
function sizeFault(value: string): string {
  const [, number = '', letter = ''] = /^\s*([1-9]\d*)\s*([kmg])i?b?\s*$/i.exec(value) ?? [];
  const hint = number === '' ? '' : ` Did you mean "${number} ${letter.toUpperCase()}iB"?`;
  return `Expected a size with its unit, such as 64 MiB (B, KiB, MiB or GiB), not ${value}.${hint}`;
}

const name = z.string().min(1);

/** The field names that are taken for one of limpia's, `own` where nothing is said. */
function names(own: string) {
  return z
    .union([name, z.array(name).min(1)])
    .transform(value => (typeof value === 'string' ? [value] : value))
    .prefault(own)
    .describe(`Names of the field that holds the ${own}; the first present one wins.`);
}

const charset = z.string().superRefine((value, context) => {
  if (isCharset(value)) return;
  const known = [
    'utf-8',
    'utf-16le',
    'utf-16be',
    'gbk',
    'tis-620',
    'iso-8859-1',
    ...PAGES.map(page => page.name),
  ];
  context.addIssue({ code: 'custom', message: `There is no charset "${value}". ${suggest(value, known)}` });
});

const keys = z.string().regex(/^$|^[^.]+(\.[^.]+)*$/, 'keys with dots between them, such as data.articles');

const share = z.number().min(0).max(1);
const keepFirst = z.enum(['keep-all', 'keep-first']).default('keep-all');

/** Codes of languages, as those that limpia answers with. */
const languages = z.array(languageCode).transform(codes => [...new Set(codes.flatMap(languagesOf))]);

/** Names, or all there are. */
function all<T extends z.ZodType>(one: T) {
  return z.union([z.literal('all'), z.array(one)]).default('all');
}

/** rules/pipeline.yml. Every key may be left out; the defaults are these. */
export const configSchema = z.strictObject({
  level: z
    .enum(['safe', 'full'])
    .default('safe')
    .describe('safe changes only what is certain; full also what is likely.'),
  input: z
    .strictObject({
      include: z
        .array(z.string())
        .default(['**/*'])
        .describe('Glob patterns of files to read, relative to the input folder.'),
      exclude: z.array(z.string()).default([]).describe('Glob patterns of files to leave out.'),
      text: z
        .array(z.union([name, z.array(name).min(1)]))
        .min(1)
        .default(['text', 'content', 'body', 'article'])
        .describe(
          'Names of the field that holds the text of a JSON or CSV record; the first present one wins. content.rendered is a field of a field. ' +
            'Fields named in a list of their own, [lead, body], make up the text together.',
        ),
      fields: z
        .strictObject({
          id: names('id'),
          title: names('title'),
          byline: names('byline'),
          section: names('section'),
          url: names('url'),
          source: names('source'),
          added: names('added'),
          created: names('created'),
        })
        .prefault({})
        .describe('Names of the fields that hold the title, address, …; the first present one wins.'),
      json: z
        .strictObject({
          pick: z
            .union([keys, z.record(z.string(), keys)])
            .default('')
            .describe(
              'Where in a .json file the list of records is, such as data.articles; or by glob pattern of files, such as "api/*.json": data.items, of which the last that fits wins.',
            ),
        })
        .prefault({}),
      charset: z
        .record(z.string(), charset)
        .default({})
        .describe('Charsets that are known, by glob pattern of files, such as "legacy/*.txt": koi8-r.'),
    })
    .prefault({}),
  source: z.string().default('').describe('The source of records that name none.'),
  added: z
    .string()
    .refine(text => text === '' || isoDate(text) !== undefined, 'an ISO 8601 date such as 2026-11-21')
    .default('')
    .describe('The date of records that have none; never the clock, so that runs give the same bytes.'),
  whitespace: z
    .strictObject({
      'keep-no-break-spaces': z.boolean().default(false).describe('Leave U+00A0 and U+202F as they are.'),
    })
    .prefault({}),
  languages: languages
    .prefault([])
    .describe(
      'The languages that the input may be in, such as [spa, eng]; [] for any. Fewer make the tags surer.',
    ),
  verdict: z
    .strictObject({
      'keep-languages': languages
        .prefault([])
        .describe('Documents in other languages are dropped; [] keeps all. und is a language here.'),
      'min-score': share.default(0).describe('Documents whose language is less sure are dropped.'),
      'drop-foreign-paragraphs': z
        .boolean()
        .default(false)
        .describe("Take out paragraphs surely in another language than their document's."),
    })
    .prefault({}),
  off: z.array(z.string()).default([]).describe('Ids of rules that do not run, such as en/related/more-in.'),
  repeat: z
    .strictObject({
      on: z
        .boolean()
        .default(true)
        .describe(
          'Take out lines that repeat on a host (of the url, else the folder right below the input); false is as repeat among the rules that are off.',
        ),
      documents: z
        .number()
        .int()
        .min(2)
        .default(8)
        .describe(
          'How many documents a host must have before anything counts as repeated on it, unless a rule says otherwise.',
        ),
      lines: z
        .number()
        .int()
        .min(2)
        .default(3)
        .describe('On how many of them a line must stand at least, unless a rule says otherwise.'),
    })
    .prefault({}),
  duplicates: z
    .strictObject({
      exact: z
        .boolean()
        .default(true)
        .describe('Keep one of the documents that differ in case, spaces and punctuation only.'),
      near: z
        .boolean()
        .default(true)
        .describe('Keep one of the documents that say nearly the same, or that hold each other.'),
      jaccard: share
        .min(0.5)
        .default(0.8)
        .describe('The least Jaccard similarity of near-duplicates, over shingles of five words or letters.'),
      containment: share
        .min(0.5)
        .default(0.9)
        .describe('The share of a shorter text that a longer one must hold to stand for it.'),
      paragraphs: keepFirst.describe(
        'keep-first: of a long paragraph that several documents hold one keeps it, as of duplicates; the others lose it.',
      ),
      lines: keepFirst.describe(
        'keep-first: the same by lines of some seven words and more, in place of paragraphs.',
      ),
      scope: z
        .enum(['all', 'per-source'])
        .default('all')
        .describe('per-source: documents of different sources are never compared.'),
      keeper: z
        .enum(['longest', 'oldest'])
        .default('longest')
        .describe('Which one stays: the longest text, or the one with the oldest date of creation.'),
      prefer: z
        .array(z.string())
        .default([])
        .describe('Hosts or folders whose documents stay before all others, the first one most.'),
      brake: share
        .default(0.5)
        .describe(
          'The largest share of a source that may go as duplicates; beyond it the run stops and asks for --accept.',
        ),
    })
    .prefault({}),
  limits: z
    .strictObject({
      share: share
        .default(0.5)
        .describe(
          'The largest share of a document that one rule may take; beyond it the rule is skipped there.',
        ),
      'per-document': z
        .number()
        .int()
        .positive()
        .default(100)
        .describe('How often one rule may fire on a document.'),
      record: size.prefault('64 MiB').describe('The longest record; longer ones are rejected.'),
      seconds: z
        .number()
        .positive()
        .default(60)
        .describe('The longest time for one document; beyond it the document is rejected.'),
    })
    .prefault({}),
  output: z
    .strictObject({
      gzip: z.boolean().default(false).describe('Compress the parts: part-….jsonl.gz.'),
      'by-language': z
        .boolean()
        .default(false)
        .describe('One folder a language below data/, named after its ISO 639-3 code.'),
      fields: all(z.enum(METADATA_KEYS)).describe(
        'Which fields of metadata documents keep, such as [title, lang]; path and offset always stay. The others go to audit/fields.',
      ),
      extra: all(z.string()).describe(
        "Names of the input's other fields that extra keeps. The others go to audit/fields.",
      ),
    })
    .prefault({}),
  shard: size
    .prefault('8 MiB')
    .describe('About how much input one worker takes at a time, and so how big the parts are.'),
});

export type Config = z.output<typeof configSchema>;

export const DEFAULT_CONFIG: Config = configSchema.parse({});
