/** What a rule does: each has one of these. */
export const KINDS = [
  'line',
  'block',
  'head',
  'prefix',
  'suffix',
  'span',
  'icons',
  'duplicates',
  'repeat',
  'title',
  'caption',
  'capture',
  'classifier',
  'keep',
] as const;
