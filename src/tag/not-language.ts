/**
 * Text with letters that is in no language anybody could name: code, gibberish, names without a sentence around them.
 * All tests work on samples of bounded length.
 */

const IS_CODE = new Uint8Array(0x80);
for (const sign of '{}()[];=<>_$\\|*+#&') IS_CODE[sign.charCodeAt(0)] = 1;
/** Of the characters that are not white space; prose with formulas and brackets stays under a twentieth. */
const CODE_SHARE = 0.08;
const LEAST_CODE_SIGNS = 3;
const SPACE = 0x20;

/** Whether `text` is program code or markup rather than prose. */
export function looksLikeCode(text: string): boolean {
  let [signs, spaces] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= SPACE) spaces++;
    else if (IS_CODE[unit] === 1) signs++;
  }
  return signs >= LEAST_CODE_SIGNS && signs > (text.length - spaces) * CODE_SHARE;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;
/** Longer rows of capitalised words are headlines, which hold a sentence. */
const MOST_NAMES = 6;
/** Particles in names: de, van, von, al, der, and the like. */
const PARTICLE_UNITS = 3;

/**
 * Whether `text` is a few capitalised words with no sentence: names, titles of menus, abbreviations. Scripts
 * without capitals never look so.
 */
export function looksLikeNames(text: string): boolean {
  const words = text.match(WORD) ?? [];
  if (words.length > MOST_NAMES) return false;
  const capitalised = words.filter(word => /^\p{Lu}/u.test(word)).length;
  const rest = words.filter(word => !/^\p{Lu}/u.test(word));
  return (
    capitalised > 0 && rest.length <= capitalised / 3 && rest.every(word => word.length <= PARTICLE_UNITS)
  );
}

const LATIN = /[a-z]/g;
const VOWEL = /[aeiouy]/g;
/** Random letters have 23 % vowels (6 of 26); Polish, Czech and Welsh, which have few, over 35 %. */
const VOWEL_SHARE = 0.33;

/** Whether Latin letters alternate as in speech: tells languages that no detector knows from gibberish. */
export function isPronounceable(text: string): boolean {
  const letters = text.normalize('NFD').toLowerCase();
  const latin = letters.match(LATIN)?.length ?? 0;
  return (letters.match(VOWEL)?.length ?? 0) >= latin * VOWEL_SHARE;
}
