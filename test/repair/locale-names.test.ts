import { expect, it } from 'vitest';
import { repairMojibake } from '../../src/repair/mojibake.js';
import { localeNames } from '../support/locale-names.js';

/** Of so many names one may change: other versions of Node have others. */
const ONE_IN = 20_000;

it('names of places, languages, currencies, months and days stay in every language, in capitals and in quotation marks too', () => {
  const names = localeNames();
  const changed = names.filter(name => repairMojibake(name).text !== name);
  expect(names.length).toBeGreaterThan(100_000);
  expect(changed.length, changed.slice(0, 20).join(' | ')).toBeLessThanOrEqual(names.length / ONE_IN);
});
