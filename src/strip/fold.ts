/** The form in which texts are compared without regard to case; at least as coarse as a regex's `iu` flags. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return SPECIAL.test(lower) ? lower.replace(EACH, char => PLAIN[char] ?? char) : lower;
}

/** Lower-case letters that a regex with flags `iu` takes for another one (CaseFolding.txt of Unicode, status C and S). */
const PLAIN: Readonly<Record<string, string>> = {
  ς: 'σ',
  ſ: 's',
  µ: 'μ',
  ϐ: 'β',
  ϑ: 'θ',
  ϕ: 'φ',
  ϖ: 'π',
  ϰ: 'κ',
  ϱ: 'ρ',
  ϵ: 'ε',
  ẛ: 'ṡ',
  '\u0345': 'ι',
  '\u1fbe': 'ι',
  ᲀ: 'в',
  ᲁ: 'д',
  ᲂ: 'о',
  ᲃ: 'с',
  ᲄ: 'т',
  ᲅ: 'т',
  ᲆ: 'ъ',
  ᲇ: 'ѣ',
  ᲈ: 'ꙋ',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`);
const EACH = new RegExp(SPECIAL.source, 'g');
/** The characters that `fold` changes. */
export const FOLDED = new RegExp(`[\\p{Changes_When_Lowercased}${Object.keys(PLAIN).join('')}]`, 'u');

/** A line without the colon, dots or arrow that labels and links end with. */
export function bare(line: string): string {
  return line.replace(LABEL_END, '');
}

/** The most that `bare` takes (UTF-16 units). */
export const LABEL_END_UNITS = 24;
const LABEL_END = /(?:[\s:…»›>→▸▼]|\.\.\.){1,8}$/u;
