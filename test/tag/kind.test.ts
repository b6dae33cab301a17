import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/core/document.js';
import { kindsOf } from '../../src/tag/kind.js';
import { markedKinds } from '../../src/tag/marks.js';
import { lines } from '../../src/core/hard-wrap.js';

const PROSE =
  'The council answered the letter in autumn, and the plans were shown to everybody in the town hall.';

/** Each line with the kind it should have. */
const DOCUMENTS: readonly (readonly [name: string, lines: readonly (readonly [Kind, string])[]])[] = [
  [
    'an article',
    [
      ['heading', 'Council answers at last'],
      ['heading', 'Plans shown in the town hall'],
      ['prose', PROSE],
    ],
  ],
  [
    'a heading between paragraphs',
    [
      ['prose', PROSE],
      ['heading', 'What comes next'],
      ['prose', PROSE],
    ],
  ],
  [
    'a line that heads nothing',
    [
      ['prose', PROSE],
      ['other', 'Morocco warns of a new threat'],
    ],
  ],
  [
    'a menu far from the text',
    [
      ['other', 'Channels'],
      ['other', 'Gaming'],
      ['heading', 'Business'],
      ['heading', 'Council answers'],
      ['heading', 'The plans'],
      ['prose', PROSE],
    ],
  ],
  [
    'Markdown',
    [
      ['heading', '# Council'],
      ['heading', '### 1. The letter'],
      ['list', '- one'],
      ['list', '* two'],
      ['quote', '> It is late.'],
    ],
  ],
  [
    'lists',
    [
      ['list', '• first of all'],
      ['list', '1. the second one'],
      ['list', '12) the third'],
      ['list', 'b) and this'],
      ['list', '– this too'],
    ],
  ],
  ['dialogue is no list', [['prose', '— Buenos días, señora, ¿cómo está usted esta mañana?']]],
  [
    'a year or a name is no list item',
    [
      ['prose', '2019. That was the year in which it all began.'],
      ['prose', 'A. Smith said that it was all over by then.'],
    ],
  ],
  [
    'quotations',
    [
      ['quote', '“We are committed to our plans and to the people of this town.”'],
      ['quote', '«Nous restons fidèles à nos plans et aux gens de la ville.»'],
    ],
  ],
  [
    'prose with quotations',
    [['prose', '“We are late,” she said, and then she added: “But we are not sorry.”']],
  ],
  [
    'no words',
    [
      ['other', '* * *'],
      ['other', '12:30 – 14:00'],
      ['other', '2 381,61 EUR'],
      ['other', '————————'],
    ],
  ],
  ['a fragment with a stop', [['other', 'Please Wait...']]],
  [
    'other scripts',
    [
      ['heading', '図書館の新しい計画'],
      ['prose', '図書館は毎晩十時まで開いています。週末はもっと早く開きます。'],
    ],
  ],
  ['Hindi', [['prose', 'पुराना जहाज़ हर सुबह बंदरगाह से निकल जाता है।']]],
  ['Thai needs no stop', [['prose', 'เรือเก่าออกจากท่าเรือทุกเช้าก่อนรถเมล์คันแรกจะมาถึงและกลับมาในตอนเย็น']]],
  [
    'a long line without a stop',
    [['prose', `${PROSE.slice(0, -1)} and after that nobody said anything more about it`]],
  ],
];

describe('kindsOf', () => {
  it.each(DOCUMENTS)('%s', (_, document) => {
    const text = document.map(([, line]) => line).join('\n\n');
    expect(kindsOf(text, lines(text)).map((kind, at) => [kind, document[at]?.[1]])).toEqual(document);
  });
});

describe('kindsOf Markdown', () => {
  it('sees code blocks and tables', () => {
    const text = `${PROSE}\n\n\`\`\`js\n# a comment\n- b\n\`\`\`\n\n| a | b |\n\n- one`;
    const spans = lines(text);
    expect(kindsOf(text, spans, 'markdown')).toEqual([
      'prose',
      'other',
      'other',
      'other',
      'other',
      'other',
      'list',
    ]);
    expect(kindsOf(text, spans)[2]).toBe('heading');
  });
});

describe('markedKinds', () => {
  it('gives a paragraph the kind of the mark over its middle', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 12, end: 20 },
      { start: 22, end: 30 },
    ];
    const marks = [
      { start: 22, end: 29, kind: 'list', by: 'b' },
      { start: 12, end: 20, kind: 'caption', by: 'a' },
      { start: 0, end: 3, kind: 'quote', by: 'c' },
    ] as const;
    expect(markedKinds(spans, marks)).toEqual([undefined, 'caption', 'list']);
  });
});
