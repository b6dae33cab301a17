import { expect, it } from 'vitest';
import { replace } from '../../src/core/edits.js';
import { showEdit } from '../../src/report/show-edit.js';

const TEXT = 'First line\nEl jard铆n\u00a0de Juan\nLast line';

it.each([
  [
    'a replacement in its line',
    replace(TEXT, 18, 19, 'í', 'mojibake/utf-8-as-gbk', 'gain 9'),
    '     2  El jard[-铆-]{+í+}n⍽de Juan  mojibake/utf-8-as-gbk: gain 9',
  ],
  [
    'a removal over a line end',
    replace(TEXT, 0, 11, '', 'en/x'),
    '     1  [-First line⏎-]El jard铆n⍽de Juan  en/x',
  ],
  ['an insertion', replace(TEXT, 10, 10, '.', 'x'), '     1  First line{+.+}  x'],
])('shows %s', (_, edit, expected) => {
  expect(showEdit(TEXT, edit)).toBe(`  ${expected.slice(2)}`);
});

it('shows the ends of what is long, and how much lies between', () => {
  const text = `${'a'.repeat(500)}${'b'.repeat(500)}`;
  const shown = showEdit(text, replace(text, 0, 1000, '', 'x'));
  expect(shown).toMatch(/\[-a{36} … 928 more … b{36}-\]/);
});

it('never lets a control character reach the terminal', () => {
  const text = '\u001b[31mred\u202e';
  expect(showEdit(text, replace(text, 0, text.length, '', 'x'))).toContain('<U+001B>[31mred<U+202E>');
});
