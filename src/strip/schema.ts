import { z } from 'zod';
import { languageCode } from '../core/language-code.js';

const texts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const share = z.number().min(0).max(1);

const textOptions = {
  text: texts.optional().describe('The whole line.'),
  starts: texts.optional().describe('How the line begins.'),
  ends: texts.optional().describe('How the line ends.'),
  contains: texts.optional().describe('What the line holds.'),
  regex: texts.optional().describe('JavaScript regular expressions (flag u).'),
  ignoreCase: z
    .boolean()
    .optional()
    .describe('Texts ignore case unless this is false, regexes mind it unless this is true.'),
  maxWords: z.number().int().positive().optional().describe('Lines of more words do not match.'),
  beforeProse: z.boolean().optional().describe('false: only where the next line is not prose.'),
  beforeTitle: z.boolean().optional().describe('true: only where a headline follows before any prose.'),
  foreign: z
    .boolean()
    .optional()
    .describe('true: only lines in another language than the document, by their commonest words.'),
  long: z
    .boolean()
    .optional()
    .describe('true: lines of more than 300 characters too, of which the first and last 160 are looked at.'),
};
const SAY = 'Say what matches: text, starts, ends, contains or regex.';
export const MATCHERS = ['text', 'starts', 'ends', 'contains', 'regex'] as const;
const saysWhat = (one: Readonly<Record<string, unknown>>): boolean =>
  MATCHERS.some(name => one[name] !== undefined);
const pattern = z.strictObject(textOptions).refine(saysWhat, SAY);
/** A line: texts that are the whole line, regexes (they begin with ^ or end with $), or a mapping. */
const match = z.union([texts, pattern]);

const guard = z.strictObject({
  behind: share.optional().describe('At least this share of the prose lies before the block.'),
  ahead: share.optional().describe('Less than this share of the prose lies in the block.'),
});
const block = z.strictObject({
  from: match,
  to: z
    .union([
      z.enum(['end', 'blank']),
      z.strictObject({ lines: z.number().int().positive().max(200) }),
      z.strictObject({ regex: z.string().min(1) }),
    ])
    .describe('end, blank, { lines: 3 } or { regex: "…" } (that line goes too).'),
  guard: guard.optional(),
});
const span = z.strictObject({ find: z.string().min(1), replace: z.string() });
const edge = z.union([texts, z.strictObject({ regex: texts, ignoreCase: z.boolean().optional() })]);
const capture = z.strictObject({
  field: z
    .enum(['title', 'byline', 'section', 'created'])
    .describe('created takes dates with the name of their month, and ISO dates; others stay where they are.'),
  line: z.string().min(1).describe('A regex for the line; its first group is the value.'),
  ignoreCase: z.boolean().optional(),
  leave: z.boolean().optional().describe('true: the line stays in the text.'),
});

const repeat = z.strictObject({
  documents: z
    .number()
    .int()
    .min(2)
    .optional()
    .describe('How many documents a host must have before the rule looks at it; else as pipeline.yml says.'),
  lines: z
    .number()
    .int()
    .min(2)
    .optional()
    .describe('On how many of them a line must stand at least; else as pipeline.yml says.'),
  share: share
    .optional()
    .describe('On which share of them it must stand at least: 0.5, or 0 with "foot: true".'),
  foot: z
    .boolean()
    .optional()
    .describe(
      'true: only at the foot of a page, from a line on that at least half of the documents hold and behind which all lines repeat.',
    ),
});

const classifier = z.strictObject({
  atLeast: z
    .number()
    .min(0.5)
    .max(1)
    .describe(
      'Drops lines that the line model gives at least this probability of not being part of the text.',
    ),
});

const LINE =
  'a text that is the whole line, a regex (it begins with ^ or ends with $), a list, or a mapping.';

const kinds = {
  line: match.optional().describe(`Drops lines: ${LINE}`),
  block: block.optional().describe('Drops lines from one that matches to an end.'),
  head: z.strictObject({}).optional().describe('Drops what stands before the first prose; write {}.'),
  prefix: edge.optional().describe('Strips the start of lines and keeps the rest; a regex begins with ^.'),
  suffix: edge.optional().describe('Strips the end of lines and keeps the rest; a regex ends with $.'),
  span: span.optional().describe('Replaces inside lines.'),
  icons: z
    .enum(['drop', 'strip'])
    .optional()
    .describe('Names of icon fonts: drop the label too, or strip the name from the text it is glued to.'),
  duplicates: z
    .enum(['title', 'near', 'lines', 'quotes'])
    .optional()
    .describe(
      'What stands twice: a title in the head, lines just above, long lines anywhere, pull-quotes of the text.',
    ),
  repeat: repeat
    .optional()
    .describe(
      'Drops lines that stand on many documents of a host, counted over the whole input; {} for the usual counts. A rule for a host takes the place of those for any.',
    ),
  title: z.literal('heading').optional().describe('Takes the headline for the field "title".'),
  caption: z
    .union([texts, z.strictObject({ ...textOptions, drop: z.boolean().optional() }).refine(saysWhat, SAY)])
    .optional()
    .describe(`Marks captions and credits, or drops them with "drop: true": ${LINE}`),
  capture: capture.optional().describe('Moves the first group of a regex into a field.'),
  classifier: classifier.optional().describe('Drops lines that a trained model takes for furniture.'),
  keep: match.optional().describe(`Lines that no rule may touch: ${LINE}`),
};

const fields = z.strictObject({
  title: z.string().optional(),
  byline: z.string().optional(),
  section: z.string().optional(),
  created: z.string().optional(),
});
const lang = languageCode.describe('A code of ISO 639-1 or 639-3, such as en or eng.');
const about = {
  lang: lang.optional(),
  host: z.string().optional(),
  on: z
    .string()
    .regex(/^[1-9]\d* of [1-9]\d*$/, 'as in "5 of 8"')
    .optional()
    .describe('For rules of kind repeat: on how many of how many documents the line stands, as in "5 of 8".'),
};
const example = z.union([
  z.strictObject({ drop: z.string().min(1), ...about }),
  z.strictObject({ keep: z.string().min(1), ...about }),
  z.strictObject({
    from: z.string().min(1),
    to: z.string().optional(),
    fields: fields.optional(),
    caption: z.string().optional().describe('The line of the output that is marked as a caption.'),
    ...about,
  }),
]);

const scopes = {
  lang: z.array(lang).min(1).optional().describe('Only documents of these languages, such as [en, es].'),
  host: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('Only pages of these hosts and their subdomains.'),
  position: z
    .enum(['head', 'body', 'tail'])
    .optional()
    .describe('head: up to the second line of prose; tail: with nearly all prose before it; body: between.'),
  level: z.enum(['safe', 'full']).optional().describe('full: the rule guesses, and runs at level full only.'),
};
const limits = z.strictObject({
  share: share.optional().describe('The largest share of a document that the rule may take.'),
  'per-document': z.number().int().positive().optional().describe('How often it may fire on a document.'),
});

export const ruleSchema = z.strictObject({
  why: z.string().trim().min(1).describe('What this is and why it goes, for the next reader.'),
  ...scopes,
  limits: limits.optional().describe('Beyond them the rule is skipped on a document, and the run says so.'),
  ...kinds,
  examples: z
    .array(example)
    .min(1)
    .describe('At least one that fires (drop, or from and to) and one that does not (keep).'),
  todo: z.array(example).min(1).optional().describe('Known gaps: examples that fail today.'),
});
export const fileSchema = z.strictObject({
  ...scopes,
  rules: z
    .record(z.string(), z.unknown())
    .describe('Rules by their names. Settings of a run stand in pipeline.yml.'),
});

export type RuleSpec = z.output<typeof ruleSchema>;
export type FileSpec = z.output<typeof fileSchema>;
export type MatchSpec = z.output<typeof match>;
export type PatternSpec = z.output<typeof pattern>;
export type EdgeSpec = z.output<typeof edge>;
export type ExampleSpec = z.output<typeof example>;
