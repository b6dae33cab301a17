/** The form in which texts are compared without regard to case; at least as coarse as a regex's `iu` flags. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return SPECIAL.test(lower) ? lower.replaceAll('ς', 'σ').replaceAll('ſ', 's') : lower;
}

const SPECIAL = /[ςſ]/;
