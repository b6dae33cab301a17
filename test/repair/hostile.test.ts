import { describe, expect, it } from 'vitest';
import { candidates } from '../../src/repair/mojibake/candidates.js';
import { codeUnits } from '../../src/core/code-units.js';
import { repairMojibake } from '../../src/repair/mojibake.js';
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

/** Lines of lost bytes, each of which may have been one of many: the search at level full has to give up in time. */
const LOST: Readonly<Record<string, string>> = {
  'lost tails': 'Ã\ufffd',
  'lost tails as question marks': 'Ã?',
  'lost pairs': '鈥?',
  'lost kana': 'ﾐ?',
  'leads without tails': 'Ð ',
  'leads before spaces': 'â€ ',
};

describe('at level full, a hundred kilobytes of', () => {
  it.each(Object.entries(LOST))('%s', (_name, piece) => {
    const line = `${piece.repeat(1900 / piece.length)}\n`;
    const { text, edits } = repairMojibake(line.repeat(50), { level: 'full' });
    expect(edits.length).toBeLessThan(2e5);
    expect(text.split('\n').length).toBeLessThanOrEqual(51);
  });
});

describe('twice the text is twice the work', () => {
  it.each(['Ã', 'â€', '茅a', 'Ãƒ', 'Ã©', 'Ïðèâåò ', '鈥檚 ', 'Ð¿Ñ€Ð¸ '])('%s', piece => {
    const [small = 0, large = 0] = [2e4, 4e4].map(length => {
      const units = codeUnits(piece.repeat(length / piece.length)).slice();
      return candidates(units).reduce((sum, { start, end }) => sum + end - start, 0);
    });
    expect(large).toBeLessThanOrEqual(2 * small + 100);
  });
});
