import { describe, expect, it } from 'vitest';
import { repair } from '../../src/repair/repair.js';

/** A megabyte of each; what takes quadratic time does not end within the test's time. */
const HOSTILE: Readonly<Record<string, string>> = {
  Ã: 'Ã'.repeat(1e6),
  'â€': 'â€'.repeat(5e5),
  'Han and Latin in turn': '茅a'.repeat(5e5),
  'doubled mojibake': 'ÃƒÂ©'.repeat(2e5),
  'leads in leads': 'Ãƒ'.repeat(5e5),
  'halfwidth kana': 'ﾃ'.repeat(1e6),
  'ideographs that decode halfway': '鈥'.repeat(1e6),
  ampersands: '&'.repeat(1e6),
  'escaped four times': '&amp;amp;amp;amp;'.repeat(6e4),
  'tags without end': '&lt;a '.repeat(2e5),
  'an address of entities': `http://a?b=${'&copy;'.repeat(1.5e5)}`,
  'combining marks out of order': `a${'\u0301\u0323'.repeat(5e5)}`,
  'marks and joiners': 'e\u0301\u200d'.repeat(3e5),
  'marks and joiners in one stretch': `e${'\u0301\u200d'.repeat(5e5)}`,
  'Hindi marks and joiners': `क${'\u094d\u200d'.repeat(5e5)}`,
  'right-to-left marks': '\u200f'.repeat(1e6),
  'lone surrogates': '\ud83d'.repeat(1e6),
  spaces: `${' '.repeat(1e6)}x`,
  'spaces before line ends': ' \n'.repeat(5e5),
  'a row of cells': 'a\t\t'.repeat(3e5),
};

describe('a megabyte of', () => {
  it.each(Object.entries(HOSTILE))('%s', (_name, text) => {
    const { text: out } = repair(text);
    expect(out.length).toBeLessThanOrEqual(text.length);
  });
});
