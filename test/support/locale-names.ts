const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const PAIRS = LETTERS.flatMap(a => LETTERS.map(b => a + b));
/** In scripts that are not the usual one of their language. */
const OTHERS = [
  'sr-Latn',
  'uz-Cyrl',
  'az-Cyrl',
  'bs-Cyrl',
  'pa-Arab',
  'uz-Arab',
  'zh-Hant',
  'sd-Deva',
  'hi-Latn',
];

/**
 * Names of regions, languages, currencies, months and days above ASCII in all languages that this Node has them in (ICU): each
 * once as it is, once in capitals and once in quotation marks. Short clean text without a sentence around it.
 */
export function localeNames(): string[] {
  const codes = [...PAIRS, ...PAIRS.flatMap(pair => LETTERS.map(c => pair + c))];
  const locales = [...Intl.DisplayNames.supportedLocalesOf(codes), ...OTHERS];
  const languages = locales.filter(locale => !locale.includes('-'));
  const names = new Set(
    locales.flatMap(locale =>
      namesIn(locale, languages).flatMap(name => [name, name.toLocaleUpperCase(locale), `“${name}”`]),
    ),
  );
  return [...names].filter(name => !/^[\0-\x7f“”]*$/.test(name));
}

function namesIn(locale: string, languages: readonly string[]): string[] {
  const named = (type: 'region' | 'language' | 'currency', codes: readonly string[]): string[] => {
    const names = new Intl.DisplayNames(locale, { type, fallback: 'none' });
    return codes.flatMap(code => names.of(code) ?? []);
  };
  const months = Array.from({ length: 12 }, (_, month) => new Date(2020, month, 1 + 2 * month));
  const dates = (['long', 'short'] as const).flatMap(style => [
    new Intl.DateTimeFormat(locale, { month: style }),
    new Intl.DateTimeFormat(locale, { weekday: style }),
    new Intl.DateTimeFormat(locale, { weekday: style, day: 'numeric', month: style, year: 'numeric' }),
  ]);
  return [
    ...named(
      'region',
      PAIRS.map(pair => pair.toUpperCase()),
    ),
    ...named('language', languages),
    ...named('currency', Intl.supportedValuesOf('currency')),
    ...dates.flatMap(format => months.map(day => format.format(day))),
  ];
}
