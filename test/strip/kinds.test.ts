import { describe, expect, it } from 'vitest';
import { NO_CONTEXT } from '../../src/core/stage.js';
import { BODY, P1, P2, P3, P4, ruleFile, strip } from './helpers.js';

/** A sentence of the body. */
const QUOTE = 'People keep a loaf in the freezer for that';
const TITLE = 'The island that waits for its boat';

/** Rule, text and what becomes of it; `=` means that nothing changes. */
const CASES: Readonly<Record<string, readonly (readonly [what: string, rule: string, from: string, to: string])[]>> = {
  line: [
    ['the whole line', 'line: Share', `${P1}\nShare\n${P2}`, `${P1}\n${P2}`],
    ['without regard to case', 'line: Share', 'SHARE\nText', 'Text'],
    ['with a label’s colon, dots or arrow', 'line: Read more', 'Read more »\nRead more…\nRead more:\nText', 'Text'],
    ['not a part of a line', 'line: Share', 'Share and share alike', '='],
    ['one of several texts', 'line: [Share, Print]', 'Print\nText\nShare', 'Text'],
    ['a regex in the list of texts', "line: [Share, '^Pag. \\d+$']", 'Share\nPag. 3\nPag. x', 'Pag. x'],
    ['a regex minds case', "line: '^Share \\w+$'", 'share it\nShare it', 'share it'],
    ['a regex that ignores case', "line: { regex: '^Share \\w+$', ignoreCase: true }", 'share it\nText', 'Text'],
    ['a text that minds case', 'line: { text: Share, ignoreCase: false }', 'SHARE\nShare\nText', 'SHARE\nText'],
    ['a start', 'line: { starts: "Lea también" }', 'LEA TAMBIÉN el tiempo\nText', 'Text'],
    ['an end', 'line: { ends: "minutes ago" }', 'Posted five minutes ago\nText', 'Text'],
    ['a part', 'line: { contains: "newsletter" }', 'Our Newsletter for you\nText', 'Text'],
    ['of several conditions any', 'line: { starts: ab, ends: yz }', 'abc\nxyz\nText', 'Text'],
    ['not with more words', 'line: { starts: Share, maxWords: 3 }', 'Share with a friend\nShare it now', 'Share with a friend'],
    ['not before prose', 'line: { text: Related, beforeProse: false }', `Related\n${P1}\nRelated\nA link`, `Related\n${P1}\nA link`],
    ['only before a headline', 'line: { text: News, beforeTitle: true }', `News\n${TITLE}\n${P1}\nNews`, `${TITLE}\n${P1}\nNews`],
    ['never a long line for a part of it', 'line: { contains: "the captain" }', P3.repeat(3), '='],
    ['the only line', 'line: Share', 'Share', ''],
    ['paragraphs stay apart', 'line: Share', 'One\n\nShare\n\nTwo', 'One\n\nTwo'],
    ['lines stay together', 'line: Share', 'One\nShare\nTwo', 'One\nTwo'],
    ['a paragraph’s end stays one', 'line: Share', 'One\nShare\n\nTwo', 'One\n\nTwo'],
    ['the last line goes with its line feed', 'line: Share', 'One\n\nShare', 'One'],
  ],
  block: [
    ['to the end', 'block: { from: Related, to: end }', `${BODY}\nRelated\nA link\nAnother link`, BODY],
    ['not where prose is ahead', 'block: { from: Related, to: end }', `${P1}\nRelated\n${P2}\n${P3}\n${P4}`, '='],
    ['not without prose behind', 'block: { from: Related, to: end }', 'Related\nA link', '='],
    ['a looser guard', 'block: { from: Related, to: end, guard: { behind: 0.2, ahead: 0.9 } }', `${P1}\nRelated\n${P2}`, P1],
    ['to a blank line', 'block: { from: Related, to: blank }', `${P1}\nRelated\nA link\n\n${P2}`, `${P1}\n\n${P2}`],
    ['not over prose', 'block: { from: Related, to: blank }', `${P1}\nRelated\n${P2}`, '='],
    ['a number of lines', 'block: { from: Related, to: { lines: 2 } }', `${P1}\nRelated\nA link\n${P2}`, `${P1}\n${P2}`],
    ['no more lines than there are', 'block: { from: Related, to: { lines: 9 } }', `${P1}\nRelated`, P1],
    ['to a regex, its line included', "block: { from: Related, to: { regex: '^See all$' } }", `${P1}\nRelated\nA link\nSee all\n${P2}`, `${P1}\n${P2}`],
    ['a regex that never comes', "block: { from: Related, to: { regex: '^See all$' } }", `${P1}\nRelated\nA link`, '='],
  ],
  head: [
    ['what stands before the prose, but the headline', 'head: {}', `Menu\nNews\n${TITLE}\n${P1}\nEnd`, `${TITLE}\n${P1}\nEnd`],
    ['nothing where there is no prose', 'head: {}', 'Menu\nNews', '='],
  ],
  prefix: [
    ['a text', "prefix: 'VIDEO: '", 'Video: The boat\nNo video: none', 'The boat\nNo video: none'],
    ['a regex', "prefix: '^[A-Z]{4,12} \\([A-Z]{2,5}\\) - '", `LONDON (AP) - ${P1}`, P1],
    ['at the start of a long line', "prefix: 'PARIS - '", `PARIS - ${P1}${P2}`, `${P1}${P2}`],
    ['a line that is nothing else goes', "prefix: { regex: '^AP - ?' }", `${P1}\nAP - \n${P2}`, `${P1}\n${P2}`],
  ],
  suffix: [
    ['a text, and the space before it', 'suffix: "Read more"', 'The boat came. Read more', 'The boat came.'],
    ['a regex', "suffix: '\\[\\d{1,3}\\]$'", 'As it says.[12]', 'As it says.'],
    ['at the end of a long line', 'suffix: "(more)"', `${P1}${P2} (more)`, `${P1}${P2}`],
  ],
  span: [
    ['replaces', "span: { find: '\\bteh\\b', replace: the }", 'teh end of teh day', 'the end of the day'],
    ['with groups', "span: { find: '(\\d),(\\d{3})', replace: '$1 $2' }", 'some 3,500 boats', 'some 3 500 boats'],
    ['with named groups and the match', "span: { find: '(?<n>\\d)x', replace: '<$&$<n>>' }", '5x', '<5x5>'],
    ['takes the doubled space along', "span: { find: '\\[edit\\]', replace: '' }", 'a [edit] b', 'a b'],
    ['in long lines', "span: { find: 'zq', replace: ok }", `${'word '.repeat(3000)}zq ${'word '.repeat(3000)}zq`, `${'word '.repeat(3000)}ok ${'word '.repeat(3000)}ok`],
    ['never over the end of a line', "span: { find: 'a\\sb', replace: ab }", 'a\nb', '='],
  ],
  icons: [
    ['labels', 'icons: drop', `${P1}\nfolder_openWorld\nshareShare`, P1],
    ['not names in text', 'icons: drop', 'The folder_open call returns a handle.', '='],
    ['beside text', 'icons: strip', 'photo_camera Two boats\nRead the report arrow_forward', 'Two boats\nRead the report'],
  ],
  duplicates: [
    ['a title', 'duplicates: title', `${TITLE}\nNews\n${TITLE}\n${P1}`, `${TITLE}\nNews\n${P1}`],
    ['not two of them', 'duplicates: title', `${TITLE}\nA second one of five words\n${TITLE}\nA second one of five words\n${P1}`, '='],
    ['lines close by', 'duplicates: near', `${P1}\nPhoto\n${P1}\n${P2}`, `${P1}\nPhoto\n${P2}`],
    ['not far apart', 'duplicates: near', `${P1}\na\nb\nc\n${P1}`, '='],
    ['lines anywhere', 'duplicates: lines', `${P1}\na\nb\nc\n${P1}`, `${P1}\na\nb\nc`],
    ['a pull-quote', 'duplicates: quotes', `${BODY}\n“${QUOTE}”\nEnd`, `${BODY}\nEnd`],
    ['above the text that holds it', 'duplicates: quotes', `${QUOTE}.\n${BODY}`, BODY],
    ['not a sentence that says more', 'duplicates: quotes', `${BODY}\n${QUOTE} and the rest of it\nEnd`, '='],
    ['not a few words', 'duplicates: quotes', `${BODY}\nNobody complained.`, '='],
    ['not a paragraph that comes twice', 'duplicates: quotes', `${P1}\n${P2}\n${P1}`, '='],
    ['not short ones', 'duplicates: lines', 'Row, row\na\nRow, row', '='],
  ],
  caption: [
    ['dropped', "caption: { regex: 'Getty Images$', drop: true }", `${P1}\nThe boat. Getty Images`, P1],
    ['a text', 'caption: { starts: "Pictured:", drop: true }', `${P1}\nPictured: the boat`, P1],
  ],
  keep: [['changes nothing', 'keep: Share', 'Share\nText', '=']],
}; // prettier-ignore

describe.each(Object.entries(CASES))('%s', (_kind, cases) => {
  it.each(cases)('%s', (_what, rule, from, to) => {
    expect(strip(ruleFile(rule), from).text).toBe(to === '=' ? from : to);
  });
});

describe('fields and marks', () => {
  it.each([
    ['takes the value and the line', "capture: { field: byline, line: '^By (.+)$' }", `By Ann Poe\n${P1}`, P1, { byline: 'Ann Poe' }],
    ['leaves the line', "capture: { field: byline, line: '^By (.+)$', leave: true }", `By Ann Poe\n${P1}`, '=', { byline: 'Ann Poe' }],
    ['the first group that took part', "capture: { field: byline, line: '^(?:By (.+)|Text: (.+))$' }", 'Text: Ann', '', { byline: 'Ann' }],
    ['the first line wins', "capture: { field: byline, line: '^By (.+)$', leave: true }", 'By Ann\nBy Bob', '=', { byline: 'Ann' }],
    ['a section', "capture: { field: section, line: '^In: (.+)$' }", `In: Politics\n${P1}`, P1, { section: 'Politics' }],
    ['a date', "capture: { field: created, line: '^Published (.+)$' }", `Published on 3 May 2021, 9:30\n${P1}`, P1, { created: '2021-05-03T00:00:00.000Z' }],
    ['a date in another language', "capture: { field: created, line: '^Publié le (.+)$' }", `Publié le 1er août 2021\n${P1}`, P1, { created: '2021-08-01T00:00:00.000Z' }],
    ['an American date', "capture: { field: created, line: '^Updated (.+)$' }", `Updated Sept. 4, 2021\n${P1}`, P1, { created: '2021-09-04T00:00:00.000Z' }],
    ['no date that could be two', "capture: { field: created, line: '^Updated (.+)$' }", `Updated 3/5/2021\n${P1}`, '=', undefined],
    ['no day that is none', "capture: { field: created, line: '^Updated (.+)$' }", `Updated 31 April 2021\n${P1}`, '=', undefined],
    ['an empty value is none', "capture: { field: byline, line: '^By(.*)$' }", 'By ', '=', undefined],
    ['a heading becomes the title', 'title: heading', `${TITLE}\n${P1}`, '=', { title: TITLE }],
    ['without prose there is no title', 'title: heading', TITLE, '=', undefined],
    ['a repeated title fills the field', 'duplicates: title', `${TITLE}\n${TITLE}\n${P1}`, `${TITLE}\n${P1}`, { title: TITLE }],
  ] as const)('%s', (_what, rule, from, to, fields) => {
    const result = strip(ruleFile(rule), from);
    expect(result.text).toBe(to === '=' ? from : to);
    expect(result.fields).toEqual(fields);
  }); // prettier-ignore

  it('a field that is known stays', () => {
    const known = { ...NO_CONTEXT.fields, byline: 'Bob' };
    const rule = ruleFile("capture: { field: byline, line: '^By (.+)$' }");
    expect(strip(rule, `By Ann\n${P1}`, { fields: known })).toMatchObject({ text: P1 });
    expect(strip(rule, `By Ann\n${P1}`, { fields: known }).fields).toBeUndefined();
  });

  it('a caption is marked where it stands in the output', () => {
    const rules = {
      'a.yml': ruleFile('line: Share'),
      'b.yml': ruleFile("caption: 'Getty Images$'"),
      'c.yml': ruleFile('icons: strip'),
    };
    const { text, marks } = strip(rules, `Share\nThe boat. Getty Images\n${P1}\nphoto_camera The pier`);
    expect(marks?.map(({ start, end, kind, by }) => [text.slice(start, end), kind, by])).toEqual([
      ['The boat. Getty Images', 'caption', 'b/one'],
      ['The pier', 'caption', 'c/one'],
    ]);
  });

  it.each([
    ['another language', 'Los vecinos del puerto esperan en el muelle el barco | Juana Pérez', 'eng', 1],
    ['the document’s own', 'The people of the harbour wait on the pier for a boat | Jane Poe', 'eng', 0],
    ['no common words', 'El Puerto | Juana Pérez', 'eng', 0],
    [
      'a document whose language is not known',
      'Los vecinos del puerto esperan en el muelle el barco | Juana Pérez',
      'und',
      0,
    ],
  ])('foreign: a line in %s', (_what, line, lang, captions) => {
    const rule = ruleFile("caption: { regex: ' [|] [A-Z]', foreign: true }");
    expect(strip(rule, `${P1}\n${line}`, { lang }).marks ?? []).toHaveLength(captions);
  });

  it('each edit says whose it is', () => {
    const rules = {
      'x/a.yml': ruleFile('line: Share'),
      'y.yml': ruleFile('span: { find: teh, replace: the }'),
    };
    expect(strip(rules, 'Share\nteh end').edits.map(({ by }) => by)).toEqual(['x/a/one', 'y/one']);
  });
});
