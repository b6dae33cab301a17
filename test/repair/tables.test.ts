import { describe, expect, it } from 'vitest';
import { apply } from '../../src/core/edits.js';
import { type EditStage, NO_CONTEXT } from '../../src/core/stage.js';
import { entities } from '../../src/repair/entities.js';
import { unicode } from '../../src/repair/unicode.js';
import { whitespace } from '../../src/repair/whitespace.js';

const plain = whitespace({ keepNoBreakSpaces: false });

function clean(stage: EditStage, text: string, format: 'plain' | 'markdown' = 'plain'): string {
  return apply(text, stage.run(text, { ...NO_CONTEXT, format }).edits);
}

describe('entities', () => {
  it.each([
    ['&lt;3 and 5 &gt; 4', '<3 and 5 > 4'],
    [
      'Ann &lt;ann@example.org&gt; &lt;https://example.org&gt;',
      'Ann <ann@example.org> <https://example.org>',
    ],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&quot;a&quot; &#39;b&#39; &apos;c&apos;', `"a" 'b' 'c'`],
    ['&#150; &#x93;q&#x94;', '– “q”'],
    ['caf&eacute au lait&nbsp!', 'café au lait\u00a0!'],
    ['(&copy; 2020) &sect;&nbsp;5', '(© 2020) §\u00a05'],
    ['see https://example.org/&quot; or &laquo;x&raquo;', 'see https://example.org/" or «x»'],
    ['&#x1F600; &#128512;', '😀 😀'],
    ['&am&#112;;', '&'],
  ])('%s', (from, to) => {
    expect(clean(entities, from)).toBe(to);
    const out = clean(entities, from);
    expect(clean(entities, out)).toBe(out);
  });

  it.each([
    '?a=1&lt=2&copy=3&reg=4',
    'https://example.org/?q=1&copy;=2&sect;ion=3',
    '&lt;a href=&quot;x&quot;&gt;link&lt;/a&gt;',
    '&lt;!-- a comment --&gt; &lt;br/&gt; &lt;?php echo 1 ?&gt;',
    'foo(&sum;, &part;)',
    '&#xFFFE; &#55296; &#99999999; &#x0;',
    'AT&T Q&A R&D; &; &#; &#x;',
  ])('leaves %s', text => {
    expect(clean(entities, text)).toBe(text);
  });
});

describe('unicode', () => {
  it.each([
    ['a\u0301\u0327 \u212b \u2126', 'á̧ Å Ω'],
    ['한', '한'],
    ['x\u0007y\u0080z\u007f', 'xyz'],
    ['a\r\rb\v\u2029c', 'a\n\nb\n\nc'],
    ['\u2067abc\u2069 \u202eabc', 'abc abc'],
    ['ی\u200c و', 'ی و'],
    ['ක්\u200dර ന്\u200d', 'ක්\u200dර ന്\u200d'],
    ['👨\u200d👩\u200d👧 👍\ud83c\udffd\u200d', '👨\u200d👩\u200d👧 👍\ud83c\udffd'],
    ['\u{e0041}x\u{e0042}', 'x'],
    ['\ufdd0\uffff\u{1fffe}.', '.'],
    ['葛\u{e0100} ☺\ufe0e a\ufe0f', '葛\u{e0100} ☺\ufe0e a'],
    ['co\u00adoperate wo\u2060rd', 'cooperate word'],
  ])('%j', (from, to) => {
    expect(clean(unicode, from)).toBe(to.normalize('NFC'));
  });

  it('edits the smallest stretch', () => {
    expect(unicode.run('abc e\u0301 def', NO_CONTEXT).edits).toEqual([
      { start: 4, end: 6, removed: 'e\u0301', insert: 'é', by: 'unicode' },
    ]);
  });
});

describe('whitespace', () => {
  it.each([
    ['', ''],
    [' \n\t\n ', ''],
    ['a \n b\n\n \n\nc', 'a\nb\n\nc'],
    ['a\u00a0 b\u2003c\u205fd', 'a b c d'],
    ['name\tvalue\nx\t\t\ty', 'name\tvalue\nx y'],
    ['a\t\tb\tc ', 'a\t\tb\tc'],
    ['。\u3000\u3000次\u3000A', '。\u3000次 A'],
  ])('%j', (from, to) => {
    expect(clean(plain, from)).toBe(to);
  });

  it.each([
    ['# a\n\n\n\n- b  c\n    - d\n', '# a\n\n- b c\n    - d'],
    ['```\na   b \n\n\n c\n```\n\n\nd', '```\na   b \n\n\n c\n```\n\nd'],
    ['a   \nb  \n\nc', 'a  \nb\n\nc'],
    ['\n\n  a', '  a'],
  ])('markdown %j', (from, to) => {
    expect(clean(plain, from, 'markdown')).toBe(to);
  });
});
