import { describe, expect, it } from 'vitest';
import { paragraphSpans } from '../../src/tag/paragraphs.js';

const WRAPPED = `The ferry left the harbour before the fog had lifted, and nobody on
the quay remembered a colder spring than this one. The council had
promised an answer by the end of the week, but the letter lay where
it had been put, under a stone, on the steps of the town hall.

By noon the fog was gone. The bakery opened at six and closed again
after lunch, as it had done since the war, and the old bridge was
shut to traffic for the third week running while two men looked at
it from below and wrote something down.`;

const paragraphs = (text: string): string[] =>
  paragraphSpans(text).map(({ start, end }) => text.slice(start, end));

describe('paragraphSpans', () => {
  it('takes each non-empty line, without the white space around it', () => {
    expect(paragraphs('  One line. \n\n\n\tAnother.\r\n \u00a0\nThird.')).toEqual([
      'One line.',
      'Another.',
      'Third.',
    ]);
  });

  it('takes blocks between blank lines where the document is hard-wrapped', () => {
    expect(paragraphs(WRAPPED)).toEqual(WRAPPED.split('\n\n'));
  });

  it.each([
    [
      'a poem',
      'The fog had gone,\nthe boat was late,\nthe clock had stopped\nat half past eight,\nand no one came\nto open the gate\n',
    ],
    ['a list of lines of one length', 'Tom Smith lives in the old house by the mill.\n'.repeat(12)],
    ['long lines', `${'word and more words '.repeat(12)}\n`.repeat(9)],
    ['few lines', WRAPPED.split('\n').slice(0, 3).join('\n')],
  ])('leaves %s as lines', (_, text) => {
    expect(paragraphs(text)).toEqual(text.split('\n').flatMap(line => line.trim() || []));
  });

  it('finds none in white space', () => {
    expect(paragraphs('')).toEqual([]);
    expect(paragraphs(' \n\t\n')).toEqual([]);
  });
});
