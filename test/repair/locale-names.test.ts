import { expect, it } from 'vitest';
import { repairMojibake } from '../../src/repair/mojibake.js';

/** Of so many names one may change: other versions of Node have others. */
const ONE_IN = 20_000;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Codes of two letters that this Node has names in. */
function locales(): string[] {
  const codes = LETTERS.flatMap(a => LETTERS.map(b => a + b));
  return [...Intl.DisplayNames.supportedLocalesOf(codes), 'sr-Latn', 'uz-Cyrl', 'zh-Hant', 'pa-Arab'];
}

/** Regions, languages, months and days as they are called in a language: short texts without a sentence around them. */
function namesIn(locale: string): string[] {
  const region = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const language = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  const codes = LETTERS.flatMap(a => LETTERS.map(b => a + b));
  const days = Array.from({ length: 12 }, (_, month) => new Date(2020, month, 15));
  return [
    ...codes.flatMap(code => [region.of(code.toUpperCase()) ?? '', language.of(code) ?? '']),
    ...(['long', 'short'] as const).flatMap(style =>
      days.flatMap(day => [
        new Intl.DateTimeFormat(locale, { month: style }).format(day),
        new Intl.DateTimeFormat(locale, { weekday: style, day: 'numeric', month: style }).format(day),
      ]),
    ),
  ];
}

it('names of places, languages, months and days stay in every language, in capitals and in quotation marks too', () => {
  const seen = new Set(
    locales().flatMap(locale =>
      namesIn(locale).flatMap(name => [name, name.toLocaleUpperCase(locale), `“${name}”`]),
    ),
  );
  const changed = [...seen].filter(name => repairMojibake(name).text !== name);
  expect(seen.size).toBeGreaterThan(50_000);
  expect(changed.length, changed.slice(0, 20).join(' | ')).toBeLessThanOrEqual(seen.size / ONE_IN);
});
