import { EXIT, LimpiaError } from './errors.js';
import { LANGUAGES, languagesOf } from './languages.js';
import { distance } from 'fastest-levenshtein';

/** What is wrong with a code that stands for no language, and what was likely meant; '' for one that does. */
export function languageFault(code: string): string {
  if (languagesOf(code).length > 0) return '';
  const meant = likelyMeant(code);
  const hint =
    meant === undefined
      ? 'Codes are of ISO 639-3 or 639-1, such as spa or es; limpia lang --list tells all.'
      : `Did you mean "${meant}" (${englishName(meant)})?`;
  return `limpia knows no language "${code}". ${hint}`;
}

/**
 * The codes that limpia answers with for those that somebody wants, each once.
 * @throws LimpiaError for one that it does not know; `option` is what the message calls the list.
 */
export function wantedLanguages(codes: readonly string[], option: string): readonly string[] {
  for (const code of codes) {
    const fault = languageFault(code);
    if (fault !== '') throw new LimpiaError(`${option}: ${fault}`, EXIT.usage);
  }
  return [...new Set(codes.flatMap(languagesOf))];
}

export function englishName(code: string): string {
  return nameIn('en', code);
}

/** What people write in place of a code: a tag with a country or script, a name, another standard's code, a slip. */
function likelyMeant(wrong: string): string | undefined {
  const [base = ''] = wrong.toLowerCase().trim().split(/[-_]/);
  const [own] = languagesOf(base);
  if (own !== undefined) return own;
  const [canonical] = languagesOf(canonicalOf(base));
  if (canonical !== undefined) return canonical;
  const [ofCountry] = languagesOf(mainLanguageOf(base));
  if (ofCountry !== undefined) return ofCountry;
  // A real language that limpia lacks is no slip of another one.
  const isReal = englishName(base) !== base;
  return isReal ? undefined : (byName(base) ?? slips(base)[0]);
}

/** Codes with one other letter, those with the same two letters in front first. */
function slips(wrong: string): string[] {
  const near = LANGUAGES.filter(
    code => wrong[0] === code[0] && wrong.length === code.length && distance(wrong, code) === 1,
  );
  const isAlike = (code: string): number => Number(code.startsWith(wrong.slice(0, 2)));
  return near.sort((a, b) => isAlike(b) - isAlike(a));
}

/** Bibliographic and retired codes lead to those in use: `ger` to `de`, `iw` to `he`. */
function canonicalOf(code: string): string {
  try {
    return new Intl.Locale(code).language;
  } catch {
    return '';
  }
}

/** People write the country for its language: `jp` for Japanese. */
function mainLanguageOf(country: string): string {
  if (!/^[a-z]{2}$/.test(country)) return '';
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(country.toUpperCase());
  return name === undefined ? '' : new Intl.Locale(`und-${country}`).maximize().language;
}

/** Fewer letters begin too many names. */
const LEAST_LETTERS = 3;

/** A language whose name begins like this, in its own tongue or in English; one with the two letters that this begins with first. */
function byName(start: string): string | undefined {
  if (start.length < LEAST_LETTERS) return undefined;
  const found = LANGUAGES.filter(code =>
    [nameIn(code, code), englishName(code)].some(name => folded(name).startsWith(folded(start))),
  );
  const [short = ''] = languagesOf(start.slice(0, 2));
  return found.find(code => code === short) ?? found[0];
}

function nameIn(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
