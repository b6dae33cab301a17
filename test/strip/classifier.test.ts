import { describe, expect, it } from 'vitest';
import { BODY, P1, ruleFile, strip } from './helpers.js';

const FOOTER = ['Share on Facebook', 'Tweet', 'Related Topics', 'Home', 'Contact', 'Careers', 'Privacy', 'Help',
  'Newsletters', 'Advertise', 'Archive', 'Terms of service', 'Cookie settings', 'Site map']; // prettier-ignore
const PAGE = [BODY, ...FOOTER].join('\n');
const MODEL = ruleFile('classifier: { atLeast: 0.8 }');

const linesLeft = (text: string): number => FOOTER.filter(line => text.split('\n').includes(line)).length;

describe('the line classifier', () => {
  it('drops most of the furniture below a text and leaves the text', () => {
    const { text } = strip(MODEL, PAGE);
    expect(text.startsWith(BODY)).toBe(true);
    expect(linesLeft(text)).toBeLessThan(FOOTER.length / 2);
  });

  it('says of each line how sure it is', () => {
    const { edits } = strip(MODEL, PAGE);
    expect(edits.length).toBeGreaterThan(1);
    for (const { by, note } of edits) {
      expect(by).toBe('a/one');
      expect(Number(note)).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('asks for as much certainty as the rule says', () => {
    expect(strip(ruleFile('classifier: { atLeast: 1 }'), PAGE).text).toBe(PAGE);
  });

  it('changes nothing the second time', () => {
    const { text } = strip(MODEL, PAGE);
    expect(strip(MODEL, text).edits).toEqual([]);
  });

  it.each([
    ['a keep rule', { 'b.yml': ruleFile('keep: Careers') }, {}],
    ['a line of accept.txt', {}, { accept: ['Careers'] }],
  ])('%s wins over it', (_what, files, options) => {
    const { text } = strip({ 'a.yml': MODEL, ...files }, PAGE, { options });
    expect(text.split('\n')).toContain('Careers');
    expect(linesLeft(text)).toBeLessThan(FOOTER.length / 2);
  });

  it.each([
    ['level: full', {}],
    ['lang: [es]', { lang: 'eng' }],
  ])('%s: does not run elsewhere', (scope, context) => {
    expect(strip(ruleFile(`classifier: { atLeast: 0.8 }\n${scope}`), PAGE, context).text).toBe(PAGE);
  });

  it('comes after the other rules, whatever their order', () => {
    const { edits } = strip({ 'a.yml': MODEL, 'b.yml': ruleFile('line: Careers') }, PAGE);
    expect(edits.find(({ removed }) => removed.includes('Careers'))?.by).toBe('b/one');
  });

  it('leaves captions that another rule has marked', () => {
    const { text, marks } = strip(
      { 'a.yml': MODEL, 'b.yml': ruleFile("caption: 'Site map'") },
      `${PAGE}\nPrivacy policy`,
    );
    expect(text).toContain('Site map');
    expect(marks).toMatchObject([{ kind: 'caption' }]);
  });

  it.each([
    ['a page without prose', FOOTER.join('\n')],
    ['one line of it', P1],
    ['nothing but prose', BODY],
  ])('takes nothing from %s', (_what, text) => {
    expect(strip(MODEL, text).edits).toEqual([]);
  });
});
