import { z } from 'zod';

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
};
const SAY = 'Say what matches: text, starts, ends, contains or regex.';
const saysWhat = (one: Readonly<Record<string, unknown>>): boolean =>
  ['text', 'starts', 'ends', 'contains', 'regex'].some(name => one[name] !== undefined);
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
  field: z.enum(['title', 'byline']),
  line: z.string().min(1).describe('A regex for the line; its first group is the value.'),
  ignoreCase: z.boolean().optional(),
  leave: z.boolean().optional().describe('true: the line stays in the text.'),
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

export const KINDS = [
  'line',
  'block',
  'head',
  'prefix',
  'suffix',
  'span',
  'icons',
  'duplicates',
  'title',
  'caption',
  'capture',
  'classifier',
  'keep',
] as const;

const kinds = {
  line: match.optional(),
  block: block.optional(),
  head: z.strictObject({}).optional(),
  prefix: edge.optional(),
  suffix: edge.optional(),
  span: span.optional(),
  icons: z.enum(['drop', 'strip']).optional(),
  duplicates: z.enum(['title', 'near', 'lines']).optional(),
  title: z.literal('heading').optional(),
  caption: z
    .union([texts, z.strictObject({ ...textOptions, drop: z.boolean().optional() }).refine(saysWhat, SAY)])
    .optional(),
  capture: capture.optional(),
  classifier: classifier.optional(),
  keep: match.optional(),
};

const fields = z.strictObject({ title: z.string().optional(), byline: z.string().optional() });
const lang = z.string().regex(/^[a-z]{2,3}$/, 'a code of ISO 639-1 or 639-3 such as en or eng');
const example = z.union([
  z.strictObject({ drop: z.string().min(1), lang: lang.optional(), host: z.string().optional() }),
  z.strictObject({ keep: z.string().min(1), lang: lang.optional(), host: z.string().optional() }),
  z.strictObject({
    from: z.string().min(1),
    to: z.string().optional(),
    fields: fields.optional(),
    caption: z.string().optional().describe('The line of the output that is marked as a caption.'),
    lang: lang.optional(),
    host: z.string().optional(),
  }),
]);

const scopes = {
  lang: z.array(lang).min(1).optional(),
  host: z.array(z.string().min(1)).min(1).optional(),
  position: z.enum(['head', 'body', 'tail']).optional(),
  level: z.enum(['safe', 'full']).optional(),
};
const limits = z.strictObject({
  share: share.optional(),
  'per-document': z.number().int().positive().optional(),
});

export const ruleSchema = z.strictObject({
  why: z.string().trim().min(1),
  ...scopes,
  limits: limits.optional(),
  ...kinds,
  examples: z.array(example).min(1),
  todo: z.array(example).min(1).optional().describe('Known gaps: examples that fail today.'),
});
export const fileSchema = z.strictObject({ ...scopes, rules: z.record(z.string(), z.unknown()) });

export type RuleSpec = z.output<typeof ruleSchema>;
export type FileSpec = z.output<typeof fileSchema>;
export type MatchSpec = z.output<typeof match>;
export type PatternSpec = z.output<typeof pattern>;
export type EdgeSpec = z.output<typeof edge>;
export type ExampleSpec = z.output<typeof example>;
