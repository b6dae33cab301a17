import { expect, it } from 'vitest';
import { apply } from '../../src/core/edits.js';
import { furniture } from '../../src/settle/furniture.js';
import { lineKeys } from '../../src/settle/lines.js';
import { loadRules } from '../../src/rules/load.js';
import { compileRules } from '../../src/strip/compile.js';
import { repeatRules } from '../../src/strip/repeat-rules.js';
import { P1, ruleFile, strip } from './helpers.js';

/** A text that was broken at a width, with a line that by itself would be furniture. */
const broken = (line: string): string => `The council published its report on the housing list last week. It
found that four thousand families had been waiting for more than two
years, and that most of them had never been told that they had to
${line}
again every spring. The authors ask the mayor to make the forms shorter
and to translate them, since for many of the people concerned English is
the language of others.`;

it.each([
  ['line: register', 'register'],
  ["line: '^by \\p{Lu}.{1,40}$'", 'by Mary Jones'],
  ["capture: { field: byline, line: '^by (.+)$' }", 'by Mary Jones'],
])('%s takes no piece of a sentence from a text that was broken at a width', (rule, line) => {
  expect(strip(ruleFile(rule), broken(line)).text).toBe(broken(line));
});

it.each([
  ['behind the end of a sentence', `${P1}\nregister\nagain and again`],
  ['behind a heading', `${P1}\nHow to\nregister\nagain and again`],
  ['behind a blank line', `${broken('come')}\n\nregister`],
  [
    'in a text whose lines are paragraphs',
    `A headline without a full stop that is long enough\nregister\nand so on`,
  ],
])('but the line goes %s', (_where, text) => {
  expect(strip(ruleFile('line: register'), text).text).not.toMatch(/^register$/m);
});

it('what repeats on a host goes, but no half of a sentence', () => {
  const host = 'law.example';
  const text = `Public licence\nEveryone is permitted to copy and distribute verbatim copies\nof this text number one, but changing it is not allowed.\nPreamble`;
  const [, half = 0, , preamble = 0] = lineKeys(text, host).keys;
  const holding = (key: number): number => (key === half || key === preamble ? 9 : 1);
  const { ruleSet } = compileRules(loadRules('').files);
  const rules = repeatRules(ruleSet, 'safe').rulesFor(text, { lang: 'und', site: host });
  const { edits } = furniture(text, '', { host, documents: 10, holding }, rules);
  expect(apply(text, edits)).toBe(text.replace('\nPreamble', ''));
});
