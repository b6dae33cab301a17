/** The form in which texts are compared without regard to case; at least as coarse as a regex's `iu` flags. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return SPECIAL.test(lower) ? lower.replaceAll('ς', 'σ').replaceAll('ſ', 's') : lower;
}

const SPECIAL = /[ςſ]/;

/** A line without the colon, dots or arrow that labels and links end with. */
export function bare(line: string): string {
  return line.replace(LABEL_END, '');
}

const LABEL_END = /(?:[\s:…»›>→▸▼]|\.\.\.){1,8}$/u;
